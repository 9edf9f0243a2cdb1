using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using MppDigital.Login.Accounts;
using MppDigital.Login.Clients;
using MppDigital.Login.Outside;
using MppDigital.Login.Protocol;
using MppDigital.Login.Sessions;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.SignIn;

/// <summary>What the sign-in pages need to know of this browser and of the request it came with.</summary>
/// <param name="RequestHandle">From the address; null when the person came by himself.</param>
public sealed record DescribeSignIn(HttpContext Http, string? RequestHandle)
{
    /// <summary>From the address: the code with which the outside way ended.</summary>
    public string? OutsideEnd { get; init; }
}

/// <param name="ClientName">Where the person goes after signing in; null without a waiting request.</param>
/// <param name="ReturnOrigin">Origin of the waiting request's registered redirect, for <c>form-action</c>.</param>
/// <param name="ForStaff">Ask for a user name first.</param>
/// <param name="SignedInName">Who is signed in already.</param>
/// <param name="UserName">Of staff, as the client hinted.</param>
/// <param name="CodeIsDue">The password was right; the second factor is missing.</param>
public sealed record SignInView(string? ClientName, string? ReturnOrigin, bool ForStaff, string? SignedInName, bool CodeIsDue, string? UserName = null)
{
    /// <summary>Null where no outside identity provider is configured.</summary>
    public OutsideWay? Outside { get; init; }
}

/// <param name="Name">As people know the provider.</param>
/// <param name="Away">It did not answer when it was last asked.</param>
/// <param name="Ended">Why the way that this browser took has just ended without a session.</param>
public sealed record OutsideWay(string Name, Problem? Away, Problem? Ended);

internal sealed class DescribeSignInHandler(PendingRequests pending, ClientDirectory clients, CurrentSession current, AccountSeal seal, OutsideProvider provider, IOptions<OutsideOptions> outside)
    : IUseCase<DescribeSignIn, SignInView>
{
    public async Task<Outcome<SignInView>> HandleAsync(DescribeSignIn input, CancellationToken ct)
    {
        var request = await pending.FindAsync(input.RequestHandle, pushed: false, ct);
        var session = await current.FindAsync(input.Http, ct);
        var name = session?.Account is { } account ? (await seal.OpenAsync(account, ct)).Name : null;
        var due = session is null && await current.FindPendingAsync(input.Http, ct) is not null;
        return new SignInView(
            clients.Find(request?.Parameters.ClientId)?.Name,
            request is null ? null : new Uri(request.Parameters.RedirectUri).GetLeftPart(UriPartial.Authority),
            request?.Parameters.ForStaff ?? false,
            name,
            due,
            request?.Parameters.UserName)
        {
            Outside = outside.Value is { IsOn: true, Name: var known } ? new OutsideWay(known, provider.IsAway ? OutsideProblems.Named(OutsideProblems.Away, known) : null, OutsideProblems.Find(input.OutsideEnd, known)) : null,
        };
    }
}
