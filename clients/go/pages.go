package holdfast

import (
	"context"
	"iter"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// PagedRequest is the request of a list RPC.
type PagedRequest interface {
	proto.Message
	GetPageToken() string
}

// Page is the reply of a list RPC.
type Page interface {
	proto.Message
	GetNextPageToken() string
}

// All iterates over everything that a list RPC returns, page after page:
//
//	for one, err := range holdfast.All(ctx, client.Ledger.ListTransactions,
//		&pb.ListTransactionsRequest{Asset: "USDC"}, (*pb.ListTransactionsResponse).GetTransactions) {
//
// Each page is a read of its own: what is written meanwhile may or may not be seen, nothing is seen twice. An error ends it.
func All[Request PagedRequest, Reply Page, Item any](ctx context.Context,
	list func(context.Context, Request, ...grpc.CallOption) (Reply, error), request Request, items func(Reply) []Item,
	options ...grpc.CallOption) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		// A copy, because the caller's request must begin at its own page the next time too.
		request := proto.Clone(request).(Request)
		field := request.ProtoReflect().Descriptor().Fields().ByName("page_token")
		for {
			page, err := list(ctx, request, options...)
			if err != nil {
				var none Item
				yield(none, err)
				return
			}
			for _, item := range items(page) {
				if !yield(item, nil) {
					return
				}
			}
			if page.GetNextPageToken() == "" {
				return
			}
			request.ProtoReflect().Set(field, protoreflect.ValueOfString(page.GetNextPageToken()))
		}
	}
}
