using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using MppDigital.National.Catalog;

namespace MppDigital.National.Seeding;

/// <summary>One JSON file of the seed; every fault in it is told with its line and its path.</summary>
internal sealed partial class SeedJson(string folder, string file)
{
    private readonly string text = SeedText.Read(folder, file);

    public string Text => text;

    public T As<T>()
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, DefinitionJson.Options) ?? throw Fault("$", "an object");
        }
        catch (JsonException e)
        {
            throw Fault(e);
        }
    }

    public SeedException Fault(string path, string expected) => new(file, LineOf(path), path, expected);

    private SeedException Fault(JsonException e)
    {
        var path = string.IsNullOrEmpty(e.Path) ? "$" : e.Path;
        var row = e.LineNumber is { } line ? (int)line + 1 : LineOf(path);
        if (e.Message.StartsWith("expected ", StringComparison.Ordinal)) return new(file, row, path, e.Message["expected ".Length..], e);
        if (MissingMembers().Match(e.Message) is { Success: true } missing) return new(file, LineOf(path), path, $"the members {missing.Groups[1].Value}", e);
        if (UnknownMember().Match(e.Message) is { Success: true } unknown) return new(file, row, path, $"only known members ('{unknown.Groups[1].Value}' is none)", e);
        if (e.InnerException is JsonException) return new(file, row, $"{e.BytePositionInLine + 1} ({path})", "JSON", e);
        return new(file, row, path, e.Message.Contains("Null", StringComparison.OrdinalIgnoreCase) ? "a value, not null" : "another type of value", e);
    }

    /// <summary>Line on which the value at <paramref name="path"/> starts; of the nearest part that exists.</summary>
    private int LineOf(string path)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 64 });
        var best = (Length: 0, At: 0L);
        var places = new Stack<(string Path, int Index)>();
        var here = "$";
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    here = $"{places.Peek().Path}.{reader.GetString()}";
                    continue;
                }

                if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    places.Pop();
                    continue;
                }

                if (places.TryPeek(out var parent) && parent.Index >= 0)
                {
                    places.Pop();
                    places.Push((parent.Path, parent.Index + 1));
                    here = $"{parent.Path}[{parent.Index}]";
                }

                if (here.Length > best.Length && (path == here || (path.StartsWith(here, StringComparison.Ordinal) && path[here.Length] is '.' or '['))) best = (here.Length, reader.TokenStartIndex);
                if (reader.TokenType == JsonTokenType.StartObject) places.Push((here, -1));
                if (reader.TokenType == JsonTokenType.StartArray) places.Push((here, 0));
            }
        }
        catch (JsonException)
        {
            return 1;
        }

        return 1 + bytes.AsSpan(0, (int)best.At).Count((byte)'\n');
    }

    [GeneratedRegex("missing required properties including: (.+?)\\.?$")]
    private static partial Regex MissingMembers();

    [GeneratedRegex("The JSON property '(.+?)' could not be mapped")]
    private static partial Regex UnknownMember();
}
