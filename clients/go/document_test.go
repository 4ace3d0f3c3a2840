package holdfast_test

import (
	"encoding/json"
	"errors"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"

	holdfast "holdfast.dev/go"
	pb "holdfast.dev/go/holdfastv1"
)

func TestDocumentsComeBackExactlyFromTheDaemon(t *testing.T) {
	client, ctx := connect(t, sharedDaemon(t), holdfast.Options{}), testContext(t)
	moment := time.Date(2026, 11, 20, 1, 2, 3, 123456000, time.FixedZone("", 3600))
	number := 7
	given := map[string]any{
		"nil": nil, "yes": true, "no": false, "small": -1, "pointer": &number, "none": (*int)(nil),
		"beyond": int64(1<<53 + 1), "lowest": int64(math.MinInt64), "highest": uint64(math.MaxUint64), "float": 0.1, "tiny": 5e-324,
		"whole": 2.0, "text": "a \"quote\", <tag> & \u2028 €😀\x00\n", "bytes": []byte{0, 255}, "empty": []byte{},
		"amount": holdfast.MustAmount("-12345678901234567890123456789012345678.000000000000000001"),
		"time":   moment, "list": []any{}, "strings": []string{"a"}, "map": map[string]int{"x": 1, "": 2},
		"number": json.Number("0.10"), "precise": json.Number("0.12345678901234567"), "long": json.Number("18446744073709551616"),
		"exponent": json.Number("1.5e-7"), "array": [2]bool{true, false},
	}
	want := map[string]any{
		"nil": nil, "yes": true, "no": false, "small": int64(-1), "pointer": int64(7), "none": nil,
		"beyond": int64(1<<53 + 1), "lowest": int64(math.MinInt64), "highest": uint64(math.MaxUint64), "float": 0.1, "tiny": 5e-324,
		"whole": int64(2), "text": "a \"quote\", <tag> & \u2028 €😀\x00\n", "bytes": []byte{0, 255}, "empty": []byte{},
		"amount": holdfast.MustAmount("-12345678901234567890123456789012345678.000000000000000001"),
		"time":   moment.UTC(), "list": []any{}, "strings": []any{"a"}, "map": map[string]any{"x": int64(1), "": int64(2)},
		"number": 0.1, "precise": holdfast.MustAmount("0.12345678901234567"),
		"long": holdfast.MustAmount("18446744073709551616"), "exponent": 1.5e-7, "array": []any{true, false},
	}
	document := must(holdfast.Doc(given))(t)
	must(client.State.PutState(ctx, &pb.PutStateRequest{Name: "all", Document: document}))(t)
	reply := must(client.State.GetState(ctx, &pb.GetStateRequest{Name: "all"}))(t)
	got := must(holdfast.FromDoc(reply.GetState().GetDocument()))(t).(map[string]any)
	for key := range want {
		if !reflect.DeepEqual(got[key], want[key]) {
			t.Errorf("%s: %#v, not %#v", key, got[key], want[key])
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d members, not %d", len(got), len(want))
	}
}

func TestWhatNoDocumentCanHoldIsRefusedWithItsPath(t *testing.T) {
	cycle := map[string]any{}
	cycle["in"] = cycle
	type order struct{ ID int }
	for name, one := range map[string]struct {
		value any
		path  string
	}{
		"NaN":              {map[string]any{"price": math.NaN()}, "$.price"},
		"infinity":         {[]any{1, math.Inf(1)}, "$[1]"},
		"inexact":          {float64(1 << 53), "$"},
		"no UTF-8":         {"a\xff", "$"},
		"no UTF-8 key":     {map[string]any{"a\xff": 1}, "$.a\xff"},
		"struct":           {[]any{order{1}}, "$[0]"},
		"function":         {map[string]any{"f": func() {}}, "$.f"},
		"numbered map":     {map[int]string{1: "a"}, "$"},
		"reserved":         {map[string]any{"a": map[string]any{"__decimal__": "1"}}, "$.a"},
		"too large amount": {holdfast.MustAmount(strings.Repeat("9", 38)).Add(holdfast.MustAmount("1")), "$"},
		"long number":      {json.Number("1e400"), "$"},
		"no number":        {json.Number("1.5.2"), "$"},
		"year 10000":       {time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), "$"},
		"cycle":            {cycle, "$" + strings.Repeat(".in", 64)},
	} {
		_, err := holdfast.Doc(one.value)
		var refused *holdfast.Error
		if !errors.As(err, &refused) || refused.Reason != "INVALID_DOCUMENT" || refused.Field != one.path {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAbsentIsNotNull(t *testing.T) {
	if value, err := holdfast.FromDoc(holdfast.MustDoc(nil)); value != nil || err != nil {
		t.Error(value, err)
	}
	for _, absent := range []*pb.Document{nil, {}} {
		if _, err := holdfast.FromDoc(absent); !errors.Is(err, holdfast.ErrNoDocument) {
			t.Error(err)
		}
	}
	packed := &pb.Document{Encoding: &pb.Document_Msgpack{Msgpack: []byte{0xc0}}}
	if _, err := holdfast.FromDoc(packed); !errors.Is(err, holdfast.ErrInvalidRequest) {
		t.Error(err)
	}
}
