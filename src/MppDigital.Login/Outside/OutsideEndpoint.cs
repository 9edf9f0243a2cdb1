using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using MppDigital.Login.Protocol;
using MppDigital.Login.Sessions;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Outside;

/// <summary>The way out to the other provider and the way back. Whatever goes wrong ends on our own sign-in page, where the local ways stand.</summary>
internal static class OutsideEndpoint
{
    public static async Task<IResult> Begin(HttpContext http, IUseCase<BeginOutsideSignIn, string> begin, IOptions<OutsideOptions> options, CancellationToken ct)
    {
        if (!options.Value.IsOn) return TypedResults.NotFound();
        var handle = One(http, SignInPaths.RequestKey);
        var address = await begin.HandleAsync(new BeginOutsideSignIn(http, handle), ct);
        return address.Succeeded ? new SeeOtherResult(address.Value) : Back(handle, address.Problem);
    }

    public static async Task<IResult> Finish(
        HttpContext http,
        OutsideAttempts attempts,
        IUseCase<FinishOutsideSignIn, OutsideStep> finish,
        LoginCookie cookie,
        DeviceCookie device,
        IOptions<OutsideOptions> options,
        CancellationToken ct)
    {
        if (!options.Value.IsOn) return TypedResults.NotFound();
        if (await attempts.TakeAsync(http, One(http, "state"), ct) is not { } attempt) return Back(null, OutsideProblems.Expired);
        var done = await finish.HandleAsync(new FinishOutsideSignIn(http, attempt, One(http, "code"), One(http, "error"), One(http, "iss")), ct);
        if (!done.Succeeded) return Back(attempt.RequestHandle, done.Problem);
        if (done.Value.Step is not { } step) return new SeeOtherResult(SignInPaths.MyAccount);
        cookie.Write(http.Response, step.Cookie);
        if (step.DeviceHandle is { } known) device.Write(http.Response, known);
        return new SeeOtherResult(With(step.SecondFactorIsDue ? SignInPaths.Code : attempt.RequestHandle is null ? "/" : SignInPaths.Resume, attempt.RequestHandle));
    }

    private static SeeOtherResult Back(string? handle, Problem problem) => new(QueryHelpers.AddQueryString(With(SignInPaths.SignIn, handle), SignInPaths.OutsideKey, problem.Code));

    private static string With(string path, string? handle) => handle is null ? path : QueryHelpers.AddQueryString(path, SignInPaths.RequestKey, handle);

    /// <summary>Given twice counts as not given.</summary>
    private static string? One(HttpContext http, string name) => http.Request.Query[name] is [{ Length: > 0 } only] ? only : null;
}
