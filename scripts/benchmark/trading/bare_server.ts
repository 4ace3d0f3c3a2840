/** What the RPC library alone costs: one unary method that gives back the bytes it got, and nothing behind it. */
import { Server, ServerCredentials, type ServerUnaryCall, type sendUnaryData } from '@grpc/grpc-js';
import { BARE_METHOD } from './bare_method.js';

const server = new Server();
server.addService(
  { echo: BARE_METHOD },
  {
    echo: (call: ServerUnaryCall<Buffer, Buffer>, callback: sendUnaryData<Buffer>) =>
      callback(null, call.request),
  },
);
server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
  if (error !== null) throw error;
  console.log(`bare server serves on 127.0.0.1:${port}`);
});
