using System.Text;
using Microsoft.AspNetCore.Http;
using MppDigital.Login.Clients;

namespace MppDigital.Login.Protocol;

/// <summary>Who calls a protocol endpoint. Each client has one way to prove itself and no other is taken from it.</summary>
internal sealed class ClientAuthentication(ClientDirectory clients, ClientSecrets secrets, ClientAssertions assertions)
{
    public static readonly string[] Methods = ["client_secret_basic", "client_secret_post", "private_key_jwt"];

    public async Task<Checked<Client>> CheckAsync(HttpRequest request, ProtocolParameters form, CancellationToken ct)
    {
        var headers = request.Headers.Authorization;
        if (headers.Count > 1) return ProtocolError.InvalidRequest("Two Authorization headers.");
        var header = headers.ToString();
        var asserts = form["client_assertion"] is not null || form["client_assertion_type"] is not null;
        if ((header.Length > 0 ? 1 : 0) + (form["client_secret"] is not null ? 1 : 0) + (asserts ? 1 : 0) > 1) return ProtocolError.InvalidRequest("Authenticate in one way only.");
        if (asserts) return await assertions.ProvenAsync(form, ct) is { } proven ? proven : ProtocolError.InvalidClient;
        if (form["client_secret"] is { } posted) return await VerifyAsync(form["client_id"], posted, ct);
        if (header.Length == 0) return clients.Find(form["client_id"]) is { Proof: ClientProof.None } known ? known : ProtocolError.InvalidClient;

        if (Basic(header) is not var (id, secret)) return ProtocolError.InvalidClient;
        // A client_id in the body is harmless when it is the same one.
        return form["client_id"] is { } named && named != id ? ProtocolError.InvalidClient : await VerifyAsync(id, secret, ct);
    }

    private async Task<Checked<Client>> VerifyAsync(string? id, string secret, CancellationToken ct) =>
        clients.Find(id) is { Proof: ClientProof.Secret } client && await secrets.MatchesAsync(client.Id, secret, ct) ? client : ProtocolError.InvalidClient;

    /// <summary>RFC 6749, 2.3.1: both parts are form-encoded before they are joined.</summary>
    private static (string Id, string Secret)? Basic(string header)
    {
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)) return null;
        var buffer = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[6..].Trim(), buffer, out var length)) return null;
        var pair = Encoding.UTF8.GetString(buffer, 0, length);
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : (Decode(pair[..colon]), Decode(pair[(colon + 1)..]));
    }

    private static string Decode(string part) => Uri.UnescapeDataString(part.Replace('+', ' '));
}
