//go:build tools

// Package tools pins the programs that generate the Go client's stubs. A module of its own, so that what they need never
// shows among the dependencies of a program that uses the client.
package tools

import (
	_ "google.golang.org/grpc/cmd/protoc-gen-go-grpc"
	_ "google.golang.org/protobuf/cmd/protoc-gen-go"
)
