using Microsoft.AspNetCore.Http;
using MppDigital.Login.Sessions;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Protocol;

/// <summary>The person's answer; the waiting request then goes on, or back to the client with <c>access_denied</c>.</summary>
/// <param name="Allowed">Personal scopes that were ticked.</param>
/// <param name="Refused">The person does not want to sign in there at all.</param>
public sealed record DecideConsent(HttpContext Http, string? RequestHandle, IReadOnlyList<string> Allowed, bool Refused);

internal sealed class DecideConsentHandler(PendingRequests pending, CurrentSession current, Consents consents) : IUseCase<DecideConsent, Done>
{
    public async Task<Outcome<Done>> HandleAsync(DecideConsent input, CancellationToken ct)
    {
        // Without either the resumed request says what is wrong, on a page of its own.
        if (await pending.FindAsync(input.RequestHandle, pushed: false, ct) is { } request && await current.FindAsync(input.Http, ct) is { } session)
        {
            await consents.DecideAsync(session.AccountId, request.Parameters, input.Allowed, input.Refused, ct);
        }

        return new Done();
    }
}
