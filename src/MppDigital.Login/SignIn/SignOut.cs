using Microsoft.AspNetCore.Http;
using MppDigital.Login.Protocol;
using MppDigital.Login.Sessions;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.SignIn;

/// <summary>Ends this browser's session, here and at every host it touched.</summary>
public sealed record SignOut(HttpContext Http);

internal sealed class SignOutHandler(CurrentSession current, SessionEnding ending, LoginCookie cookie) : IUseCase<SignOut, Done>
{
    public async Task<Outcome<Done>> HandleAsync(SignOut input, CancellationToken ct)
    {
        if (await current.FindAsync(input.Http, ct) is { } session) await ending.EndAsync(session.Id, ct);
        cookie.Delete(input.Http.Response);
        return new Done();
    }
}
