// Package scenario reads the clients' common scenario and holds what a client gave against it, as clients/scenario/README.md
// describes. What it compares are the values of encoding/json and of YAML: maps, lists, texts, numbers, booleans and nil.
package scenario

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	holdfast "holdfast.dev/go"
)

// Nothing is what is at a path where there is nothing; nil is null.
type Nothing struct{}

var (
	alone  = regexp.MustCompile(`^\$([a-z_]\w*)$`)
	within = regexp.MustCompile(`\$\{([a-z_]\w*)\}`)
	parts  = regexp.MustCompile(`([^.\[\]]+)|\[(\d+)\]`)
)

// Substitute gives a copy with $name and ${name} replaced. An unknown variable is an error.
func Substitute(value any, vars map[string]any) (any, error) {
	switch value := value.(type) {
	case string:
		return substituteText(value, vars)
	case []any:
		list := make([]any, len(value))
		for i, one := range value {
			var err error
			if list[i], err = Substitute(one, vars); err != nil {
				return nil, err
			}
		}
		return list, nil
	case map[string]any:
		fields := make(map[string]any, len(value))
		for key, one := range value {
			var err error
			if fields[key], err = Substitute(one, vars); err != nil {
				return nil, err
			}
		}
		return fields, nil
	}
	return value, nil
}

func substituteText(text string, vars map[string]any) (any, error) {
	if name := alone.FindStringSubmatch(text); name != nil {
		value, known := vars[name[1]]
		if !known {
			return nil, fmt.Errorf("unknown variable %s", name[1])
		}
		return value, nil
	}
	var unknown error
	replaced := within.ReplaceAllStringFunc(text, func(found string) string {
		name := found[2 : len(found)-1]
		value, known := vars[name]
		if !known {
			unknown = fmt.Errorf("unknown variable %s", name)
		}
		return Text(value)
	})
	return replaced, unknown
}

// At gives what is at a path, such as balances[0].posted.
func At(value any, path string) any {
	for _, part := range parts.FindAllStringSubmatch(path, -1) {
		switch in := value.(type) {
		case map[string]any:
			found, has := in[part[1]]
			if !has || part[2] != "" {
				return Nothing{}
			}
			value = found
		case []any:
			index, err := strconv.Atoi(part[2])
			if err != nil || index >= len(in) {
				return Nothing{}
			}
			value = in[index]
		default:
			return Nothing{}
		}
	}
	return value
}

// Matches tells whether a value is as the matcher says.
func Matches(value, matcher any) bool {
	switch matcher := matcher.(type) {
	case nil:
		return value == nil
	case []any:
		list, ok := value.([]any)
		if !ok || len(list) != len(matcher) {
			return false
		}
		for i, one := range matcher {
			if !Matches(list[i], one) {
				return false
			}
		}
		return true
	case map[string]any:
		if len(matcher) == 1 {
			for key, operand := range matcher {
				if result, special := matchesSpecial(value, key, operand); special {
					return result
				}
			}
		}
		fields, ok := value.(map[string]any)
		return ok && len(fields) == len(matcher) && holds(fields, matcher)
	}
	return sameText(value, matcher)
}

func matchesSpecial(value any, key string, operand any) (result, special bool) {
	switch key {
	case "any":
		size, sized := sizeOf(value)
		return value != nil && value != Nothing{} && !(sized && size == 0), true
	case "absent":
		return value == Nothing{}, true
	case "size":
		size, sized := sizeOf(value)
		return sized && Text(operand) == strconv.Itoa(size), true
	case "matches":
		text, ok := value.(string)
		return ok && regexp.MustCompile(Text(operand)).MatchString(text), true
	case "gt":
		this, err := holdfast.ParseAmount(Text(value))
		return err == nil && this.Cmp(holdfast.MustAmount(Text(operand))) > 0, true
	case "contains":
		return contains(value, operand), true
	}
	return false, false
}

func contains(value, operand any) bool {
	fields, isMap := operand.(map[string]any)
	switch value := value.(type) {
	case []any:
		for _, one := range value {
			if isMap && holds(one, fields) || !isMap && sameText(one, operand) {
				return true
			}
		}
		return false
	case string:
		return !isMap && strings.Contains(value, Text(operand))
	}
	return isMap && holds(value, fields)
}

// A map with at least these entries.
func holds(value any, entries map[string]any) bool {
	fields, ok := value.(map[string]any)
	for key, matcher := range entries {
		one, has := fields[key]
		if !has {
			one = Nothing{}
		}
		ok = ok && Matches(one, matcher)
	}
	return ok
}

func sameText(value, expected any) bool {
	switch value.(type) {
	case nil, Nothing, []any, map[string]any:
		return false
	}
	return Text(value) == Text(expected)
}

func sizeOf(value any) (int, bool) {
	switch value := value.(type) {
	case string:
		return utf8.RuneCountInString(value), true
	case []any:
		return len(value), true
	case map[string]any:
		return len(value), true
	}
	return 0, false
}

// Text is the text of a scalar; of anything else something that no scalar is.
func Text(value any) string {
	switch value := value.(type) {
	case string:
		return value
	case json.Number:
		return value.String()
	case bool:
		return strconv.FormatBool(value)
	case float64:
		return strconv.FormatFloat(value, 'f', -1, 64)
	case int, int64, uint64:
		return fmt.Sprint(value)
	}
	return fmt.Sprintf("%T", value)
}
