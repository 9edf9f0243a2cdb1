using Microsoft.AspNetCore.Http;
using MppDigital.Login.Accounts;
using MppDigital.Login.Clients;
using MppDigital.Login.Protocol;
using MppDigital.Login.Sessions;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.SignIn;

/// <summary>What the sign-in pages need to know of this browser and of the request it came with.</summary>
/// <param name="RequestHandle">From the address; null when the person came by himself.</param>
public sealed record DescribeSignIn(HttpContext Http, string? RequestHandle);

/// <param name="ClientName">Where the person goes after signing in; null without a waiting request.</param>
/// <param name="ReturnOrigin">Origin of the waiting request's registered redirect, for <c>form-action</c>.</param>
/// <param name="ForStaff">Ask for a user name first.</param>
/// <param name="SignedInName">Who is signed in already.</param>
/// <param name="UserName">Of staff, as the client hinted.</param>
/// <param name="CodeIsDue">The password was right; the second factor is missing.</param>
public sealed record SignInView(string? ClientName, string? ReturnOrigin, bool ForStaff, string? SignedInName, bool CodeIsDue, string? UserName = null);

internal sealed class DescribeSignInHandler(PendingRequests pending, ClientDirectory clients, CurrentSession current, AccountSeal seal) : IUseCase<DescribeSignIn, SignInView>
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
            request?.Parameters.UserName);
    }
}
