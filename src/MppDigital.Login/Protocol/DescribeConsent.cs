using Microsoft.AspNetCore.Http;
using MppDigital.Login.Clients;
using MppDigital.Login.Sessions;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Protocol;

/// <summary>What the consent page shows.</summary>
/// <param name="RequestHandle">From the address.</param>
public sealed record DescribeConsent(HttpContext Http, string? RequestHandle);

/// <param name="ClientName">Null when nothing waits for an answer here.</param>
/// <param name="ReturnOrigin">Origin of the waiting request's registered redirect, for <c>form-action</c>.</param>
/// <param name="Personal">Scopes that the person may decline: <c>profile</c>, <c>phone</c>, <c>email</c>, <c>nik</c>.</param>
public sealed record ConsentView(string? ClientName, string? ReturnOrigin, IReadOnlyList<string> Personal);

internal sealed class DescribeConsentHandler(PendingRequests pending, ClientDirectory clients, CurrentSession current) : IUseCase<DescribeConsent, ConsentView>
{
    public async Task<Outcome<ConsentView>> HandleAsync(DescribeConsent input, CancellationToken ct)
    {
        var request = await pending.FindAsync(input.RequestHandle, pushed: false, ct);
        if (request is null || await current.FindAsync(input.Http, ct) is null) return new ConsentView(null, null, []);
        return new ConsentView(
            clients.Find(request.Parameters.ClientId)?.Name,
            new Uri(request.Parameters.RedirectUri).GetLeftPart(UriPartial.Authority),
            [.. Consents.PersonalIn(request.Parameters.Scope)]);
    }
}
