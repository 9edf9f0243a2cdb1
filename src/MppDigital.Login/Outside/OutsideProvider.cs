using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace MppDigital.Login.Outside;

/// <summary>
/// What we know of the outside provider: its endpoints and keys, and whether it answered last time. There is one for the whole nation,
/// so the copy in memory belongs to no tenant.
/// </summary>
internal sealed partial class OutsideProvider(IHttpClientFactory http, IOptions<OutsideOptions> options, TimeProvider clock, ILogger<OutsideProvider> log) : IDisposable
{
    private static readonly TimeSpan CopyLifetime = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim fetching = new(1, 1);

    private volatile Copy? copy;

    private volatile bool isAway;

    /// <summary>Fetches that ended, well or not.</summary>
    private int ended;

    /// <summary>The last call did not get an answer: the sign-in page says so. Somebody may still try.</summary>
    public bool IsAway => isAway;

    /// <summary>What is known is enough while it is young and the provider answers; else it is asked again, for its addresses may have changed.</summary>
    /// <returns>Null while it cannot be used.</returns>
    public async Task<OpenIdConnectConfiguration?> ReadAsync(CancellationToken ct) =>
        copy is { } known && !isAway && known.FetchedAt > clock.GetUtcNow() - CopyLifetime ? known.Content : await FetchAsync(unlike: copy, ct);

    /// <summary>The keys may have changed: fetches them once more, unless somebody else did meanwhile. Only the provider itself can cause this, one fetch for each code.</summary>
    /// <returns>Null when they cannot be fetched now.</returns>
    public Task<OpenIdConnectConfiguration?> ReadAgainAsync(OpenIdConnectConfiguration stale, CancellationToken ct) =>
        FetchAsync(copy is { } known && ReferenceEquals(known.Content, stale) ? known : null, ct);

    /// <summary>Asks whether it is there at all.</summary>
    public Task ProbeAsync(CancellationToken ct) => FetchAsync(copy, ct);

    public void NoteAnswer() => isAway = false;

    /// <param name="failure">Never what the provider wrote: that may be anything.</param>
    public void NoteSilence(string failure)
    {
        if (!isAway) Log.Away(log, failure);
        isAway = true;
    }

    public void Dispose() => fetching.Dispose();

    private async Task<OpenIdConnectConfiguration?> FetchAsync(Copy? unlike, CancellationToken ct)
    {
        var seen = Volatile.Read(ref ended);
        await fetching.WaitAsync(ct);
        try
        {
            if (!ReferenceEquals(copy, unlike) && copy is { } newer) return newer.Content;
            // Whoever waited for a fetch that failed does not begin the same silence anew: nobody stands in a line of time-outs.
            if (seen != ended && isAway) return null;
            var issuer = options.Value.Issuer;
            var documents = new HttpDocumentRetriever(http.CreateClient(LoginServices.OutsideHttpClient)) { RequireHttps = !new Uri(issuer).IsLoopback };
            var found = await OpenIdConnectConfigurationRetriever.GetAsync($"{issuer.TrimEnd('/')}/.well-known/openid-configuration", documents, ct);
            // OpenID Connect Discovery, 4.3: a document that speaks for another issuer is not this provider's.
            if (found.Issuer != issuer || found.AuthorizationEndpoint is null || found.TokenEndpoint is null || found.SigningKeys.Count == 0)
            {
                NoteSilence("its discovery document is of another issuer or lacks endpoints or keys");
                return null;
            }

            copy = new Copy(found, clock.GetUtcNow());
            NoteAnswer();
            return found;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // Whatever a foreign server sends must not become a failure of ours: the library throws half a dozen types.
            NoteSilence(e.GetType().Name);
            return null;
        }
        finally
        {
            ended++;
            fetching.Release();
        }
    }

    private sealed record Copy(OpenIdConnectConfiguration Content, DateTimeOffset FetchedAt);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The outside identity provider cannot be used now: {Failure}")]
        public static partial void Away(ILogger logger, string failure);
    }
}
