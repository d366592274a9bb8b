/**
 * Files that come in pieces over connections that break: what arrived is kept, encrypted and durable, across a restart of the program, until
 * the rest has come. Knows the database, the data folder and digests; neither accounts nor what the bytes are. Whoever gives files a place in
 * the register says who may send ({@link org.stele.uploading.Terms}, an owner or none), lets {@link org.stele.uploading.Tus} speak with the
 * sender, and takes the whole from {@link org.stele.uploading.Uploads}.
 */
@NullMarked
package org.stele.uploading;

import org.jspecify.annotations.NullMarked;
