package scenario

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"

	holdfast "holdfast.dev/go"
)

// Method finds the client's method for Service.RPC.
func Method(client *holdfast.Client, name string) (reflect.Value, error) {
	service, rpc, _ := strings.Cut(name, ".")
	on := reflect.ValueOf(client)
	// The client's own take-over and open-session remember the epoch; Transact has no service field.
	if rpc != "TakeOver" && rpc != "OpenSession" && service != "Transact" {
		on = on.Elem().FieldByName(service)
	}
	if on.IsValid() && on.MethodByName(rpc).IsValid() {
		return on.MethodByName(rpc), nil
	}
	return reflect.Value{}, fmt.Errorf("the client has no %s", name)
}

// Request makes the message that a method takes of the scenario's JSON.
func Request(method reflect.Value, fields map[string]any) (proto.Message, error) {
	request := reflect.New(method.Type().In(1).Elem()).Interface().(proto.Message)
	return request, Read(fields, request)
}

// Read fills a message from the scenario's JSON.
func Read(fields map[string]any, message proto.Message) error {
	if len(fields) == 0 {
		return nil
	}
	text, err := json.Marshal(fields)
	if err != nil {
		return err
	}
	return protojson.Unmarshal(text, message)
}

// JSON gives a message as the scenario compares it.
func JSON(message proto.Message) any {
	text, err := protojson.MarshalOptions{UseProtoNames: true, EmitDefaultValues: true}.Marshal(message)
	if err != nil {
		panic(err)
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var fields any
	if err := decoder.Decode(&fields); err != nil {
		panic(err)
	}
	return fields
}

// Call makes a unary call.
func Call(ctx context.Context, method reflect.Value, request proto.Message) (proto.Message, error) {
	results := method.Call([]reflect.Value{reflect.ValueOf(ctx), reflect.ValueOf(request)})
	if err, failed := results[1].Interface().(error); failed {
		return nil, err
	}
	return results[0].Interface().(proto.Message), nil
}

// Stream opens a server stream and gives a function that receives the next message.
func Stream(ctx context.Context, method reflect.Value, request proto.Message) (func() (proto.Message, error), error) {
	results := method.Call([]reflect.Value{reflect.ValueOf(ctx), reflect.ValueOf(request)})
	if err, failed := results[1].Interface().(error); failed {
		return nil, err
	}
	receive := results[0].MethodByName("Recv")
	return func() (proto.Message, error) {
		received := receive.Call(nil)
		if err, failed := received[1].Interface().(error); failed {
			return nil, err
		}
		return received[0].Interface().(proto.Message), nil
	}, nil
}

// Pages walks all pages of a list RPC with the client's iterator.
func Pages(ctx context.Context, method reflect.Value, request proto.Message, items string) ([]any, error) {
	list := func(ctx context.Context, request holdfast.PagedRequest, _ ...grpc.CallOption) (holdfast.Page, error) {
		reply, err := Call(ctx, method, request)
		if err != nil {
			return nil, err
		}
		return reply.(holdfast.Page), nil
	}
	found := []any{}
	for item, err := range holdfast.All(ctx, list, request.(holdfast.PagedRequest), func(page holdfast.Page) []any {
		return JSON(page).(map[string]any)[items].([]any)
	}) {
		if err != nil {
			return nil, err
		}
		found = append(found, item)
	}
	return found, nil
}
