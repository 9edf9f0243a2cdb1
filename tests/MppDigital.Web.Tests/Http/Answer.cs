using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace MppDigital.Web.Tests.Http;

/// <summary>What came back, read to its end.</summary>
internal sealed record Answer(string Asked, int Status, HttpResponseHeaders Headers, string MediaType, byte[] Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Bytes);

    public string? Code => MediaType == "application/problem+json" && Json.TryGetProperty("code", out var code) ? code.GetString() : null;

    public string ETag => Headers.ETag?.Tag ?? throw new InvalidOperationException($"{Asked} answered without a version.");

    /// <summary>JSON pointers of the fields that a refusal names.</summary>
    public IReadOnlyList<string> Fields => MediaType == "application/problem+json" && Json.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Object ? [.. errors.EnumerateObject().Select(e => e.Name)] : [];

    public JsonElement this[string name] => Json.GetProperty(name);

    public string? TextOf(string name) => Json.GetProperty(name).GetString();

    public Answer Expect(int status)
    {
        Assert.True(Status == status, $"{Asked}: expected {status}, was {this}");
        return this;
    }

    public Answer Expect(int status, string code)
    {
        Expect(status);
        Assert.True(Code == code, $"{Asked}: expected {code}, was {this}");
        return this;
    }

    public override string ToString() => $"{Status} {MediaType} {Text[..Math.Min(Text.Length, 1500)]}";
}
