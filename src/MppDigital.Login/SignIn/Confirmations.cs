using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.Connectors.Messages;
using MppDigital.Login.Accounts;
using MppDigital.Login.Keys;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.SignIn;

/// <summary>Sends codes of six digits and keeps what they stand for until they are typed.</summary>
internal sealed class Confirmations(IDbContextFactory<LoginDbContext> contexts, LoginCipher cipher, MessageLine messages, AttemptCounter attempts, TimeProvider clock)
{
    /// <summary>To one number or address, for whatever purpose and from whatever browser.</summary>
    private const int SendsPerHour = 6;

    private const string ContentPurpose = "confirmation";

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <returns>The value for the browser's cookie.</returns>
    public async Task<Outcome<string>> BeginAsync<T>(ConfirmationPurpose purpose, Guid? accountId, T content, CodeTargets to, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var handle = Handle.New();
        var kept = (await cipher.OpenAsync(ct)).Encrypt(ContentPurpose, JsonSerializer.SerializeToUtf8Bytes(new Kept<T>(content, to)));
        var waiting = Confirmation.Of(Handle.Hash(handle), purpose, accountId, kept, now);
        if (await SendAsync(waiting, to, now, ct) is { } problem) return problem;
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.Confirmations.Add(waiting);
        await db.SaveChangesAsync(ct);
        return handle;
    }

    /// <summary>Null when nothing waits in this browser.</summary>
    public async Task<CodeTargets?> FindTargetsAsync<T>(string? handle, ConfirmationPurpose purpose, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await FindAsync(db, handle, purpose, ct) is { } waiting ? (await OpenAsync<T>(waiting, ct)).To : null;
    }

    public async Task<Outcome<Done>> SendAgainAsync<T>(string? handle, ConfirmationPurpose purpose, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await FindAsync(db, handle, purpose, ct) is not { } waiting) return Problems.CodesOver;
        if (!waiting.MaySendAgain(now)) return Problems.CodeJustSent;
        var kept = await OpenAsync<T>(waiting, ct);
        if (await SendAsync(waiting, kept.To, now, ct) is { } problem) return problem;
        db.Confirmations.Update(waiting);
        await db.SaveChangesAsync(ct);
        return new Done();
    }

    /// <summary>Gives what waited to the one caller whose codes fit; it is gone for everybody else.</summary>
    public async Task<Outcome<Proven<T>>> ProveAsync<T>(string? handle, ConfirmationPurpose purpose, string? phoneCode, string? emailCode, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await FindAsync(db, handle, purpose, ct) is not { } waiting || waiting.ExpiresAt <= now) return Problems.CodesOver;
        // Counted before the look, by the database: guesses sent all at once cannot share one count.
        var own = db.Confirmations.Where(c => c.HandleHash == waiting.HandleHash);
        if (await own.Where(c => c.Tries < Confirmation.MostTries).ExecuteUpdateAsync(s => s.SetProperty(c => c.Tries, c => c.Tries + 1), ct) == 0) return Problems.CodesOver;

        var wrong = new List<string>();
        if (!await FitsAsync(waiting, "phone", phoneCode, waiting.PhoneCode, ct)) wrong.Add("phoneCode");
        if (!await FitsAsync(waiting, "email", emailCode, waiting.EmailCode, ct)) wrong.Add("emailCode");
        if (wrong.Count > 0) return Problems.WrongTypedCode(wrong);
        var kept = await OpenAsync<T>(waiting, ct);
        return await own.ExecuteDeleteAsync(ct) == 1 ? new Proven<T>(kept.Content, waiting.AccountId) : Problems.CodesOver;
    }

    private static async Task<Confirmation?> FindAsync(LoginDbContext db, string? handle, ConfirmationPurpose purpose, CancellationToken ct)
    {
        if (handle is not { Length: Handle.Length }) return null;
        var hash = Handle.Hash(handle);
        return await db.Confirmations.AsNoTracking().FirstOrDefaultAsync(c => c.HandleHash == hash && c.Purpose == purpose, ct);
    }

    private async Task<Problem?> SendAsync(Confirmation waiting, CodeTargets to, DateTime now, CancellationToken ct)
    {
        if (to.Phone is null && to.Email is null)
        {
            waiting.Sent(null, null, now);
            return null;
        }

        // Before anybody is looked at: a gateway that is away must not tell to whom there would have been something to send.
        if (messages.IsAway) return Problems.MessagesAway;
        foreach (var target in (string?[])[to.Phone, to.Email])
        {
            if (target is null) continue;
            if (await attempts.IsUsedUpAsync($"code-to {target}", SendsPerHour, Hour, ct)) return Problems.TooManyCodes;
            await attempts.NoteAsync($"code-to {target}", Hour, ct);
        }

        waiting.Sent(await SendAsync(waiting, "phone", MessageChannel.Sms, to.Phone, to.IsSilent, ct), await SendAsync(waiting, "email", MessageChannel.Email, to.Email, to.IsSilent, ct), now);
        return null;
    }

    /// <returns>What is stored of the code; null where none is due.</returns>
    private async Task<string?> SendAsync(Confirmation waiting, string channel, MessageChannel by, string? to, bool isSilent, CancellationToken ct)
    {
        if (to is null) return null;
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("000000", CultureInfo.InvariantCulture);
        var message = new OutgoingMessage(by, to, AccountTexts.Message("Code", code));
        if (!isSilent) messages.Post(message);
        return await HashAsync(waiting, channel, code, ct);
    }

    private async Task<bool> FitsAsync(Confirmation waiting, string channel, string? typed, string? stored, CancellationToken ct)
    {
        if (stored is null) return true;
        var digits = string.Concat((typed ?? "").Where(char.IsAsciiDigit));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(await HashAsync(waiting, channel, digits, ct)), Encoding.ASCII.GetBytes(stored));
    }

    private async ValueTask<string> HashAsync(Confirmation waiting, string channel, string code, CancellationToken ct) =>
        (await cipher.OpenAsync(ct)).Lookup("typed-code", $"{waiting.HandleHash} {channel} {code}");

    private async ValueTask<Kept<T>> OpenAsync<T>(Confirmation waiting, CancellationToken ct) =>
        JsonSerializer.Deserialize<Kept<T>>((await cipher.OpenAsync(ct)).DecryptBytes(ContentPurpose, waiting.Sealed)) ?? throw new InvalidOperationException("A sealed confirmation holds nothing.");

    private sealed record Kept<T>(T Content, CodeTargets To);
}

/// <param name="IsSilent">Nothing is sent and no code fits: the page looks the same where there is nobody to send to.</param>
internal sealed record CodeTargets(string? Phone, string? Email, bool IsSilent = false);

internal sealed record Proven<T>(T Content, Guid? AccountId);
