using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace MppDigital.Login.Protocol;

/// <summary>Parameters of a protocol request; one that is sent twice makes the request invalid (RFC 6749, 3.1).</summary>
internal sealed class ProtocolParameters
{
    private const int LongestValue = 4000;

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    private ProtocolParameters(IEnumerable<KeyValuePair<string, StringValues>> pairs)
    {
        foreach (var (name, given) in pairs)
        {
            var value = given.Count > 0 ? given[0] ?? "" : "";
            if (given.Count > 1) Fault ??= ProtocolError.InvalidRequest("A parameter is given twice.") with { Error = name == "resource" ? "invalid_target" : "invalid_request" };
            else if (value.Length > LongestValue || value.Any(char.IsControl)) Fault ??= ProtocolError.InvalidRequest("A parameter is too long or holds control characters.");
            // An empty value counts as absent (RFC 6749, 3.1).
            else if (value.Length > 0) values[name] = value;
        }
    }

    private ProtocolParameters(ProtocolError fault) => Fault = fault;

    /// <summary>Why the request as a whole cannot be read.</summary>
    public ProtocolError? Fault { get; }

    public bool IsEmpty => values.Count == 0;

    public string? this[string name] => values.GetValueOrDefault(name);

    public static ProtocolParameters FromQuery(HttpRequest request) => new(request.Query);

    public static async Task<ProtocolParameters> FromFormAsync(HttpRequest request, CancellationToken ct)
    {
        // In an address they would end up in logs and histories (RFC 6749, 2.3.1), and two places could say two things.
        if (request.Query.Count > 0) return new(ProtocolError.InvalidRequest("Parameters belong in the body."));
        if (!request.HasFormContentType) return new(ProtocolError.InvalidRequest("The body must be a form."));
        try
        {
            return new ProtocolParameters(await request.ReadFormAsync(ct));
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return new(ProtocolError.InvalidRequest("The form cannot be read."));
        }
    }
}
