using Microsoft.AspNetCore.Http;
using MppDigital.Login.Accounts;
using MppDigital.Login.Sessions;
using MppDigital.Login.SignIn;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.MyAccount;

/// <summary>The person who is signed in here, and whether it is still that person at the keys.</summary>
internal sealed class Owner(CurrentSession current, Passwords passwords, AttemptCounter attempts, TimeProvider clock)
{
    private const int Tries = 5;

    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public async Task<Outcome<Session>> FindAsync(HttpContext http, CancellationToken ct) => await current.FindAsync(http, ct) is { Account: not null } session ? session : Problems.SignInExpired;

    /// <summary>As good as a password for choosing the first one.</summary>
    public bool HasJustShownFace(Session session) => session.Methods == SignInMethods.FaceOutside && session.AuthenticatedAt > clock.GetUtcNow().UtcDateTime - JustNow;

    /// <summary>A borrowed phone must not be enough to take an account over.</summary>
    /// <returns>Null when the password is right.</returns>
    public async Task<Problem?> DoubtAsync(Account account, string? password, string field, CancellationToken ct)
    {
        var key = $"again {account.Sub}";
        if (await attempts.IsUsedUpAsync(key, Tries, Window, ct)) return Problems.TooManyTriesHere;
        var right = await passwords.VerifyAsync(account.PasswordHash, password ?? "", ct);
        if (right.Problem is { } overloaded) return overloaded;
        if (right.Value)
        {
            await attempts.ForgetAsync(key, ct);
            return null;
        }

        await attempts.NoteAsync(key, Window, ct);
        return Problems.Invalid(new() { ["/" + field] = [AccountTexts.CurrentPassword] });
    }
}
