using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.MyAccount;

/// <summary>The NIK of the account is wrong. It is never changed from afar: an officer sees the identity card first.</summary>
public sealed record AskNikCorrection(HttpContext Http, string? Nik, string? Reason);

internal sealed class AskNikCorrectionHandler(Owner owner, IDbContextFactory<LoginDbContext> contexts, AccountSeal seal, TimeProvider clock) : IUseCase<AskNikCorrection, Done>
{
    public const int LongestReason = 500;

    public async Task<Outcome<Done>> HandleAsync(AskNikCorrection input, CancellationToken ct)
    {
        var found = await owner.FindAsync(input.Http, ct);
        if (!found.Succeeded) return found.Problem;
        var now = clock.GetUtcNow().UtcDateTime;
        var nik = NikInput.Of(input.Nik);
        var reason = (input.Reason ?? "").Trim();
        var faults = new Dictionary<string, string[]>();
        if (Nik.FaultOf(nik, DateOnly.FromDateTime(now.AddHours(7))) is { } fault) faults["/nik"] = [AccountTexts.Of(fault)];
        if (reason.Length is < 5 or > LongestReason || !UnicodeText.IsPlain(reason)) faults["/reason"] = [AccountTexts.Reason];
        if (faults.Count > 0) return Problems.Invalid(faults);

        var account = found.Value.Account!;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.AccountRequests.AnyAsync(r => r.AccountId == account.Id && r.Kind == AccountRequestKind.NikCorrection && r.DecidedAt == null, ct)) return Problems.AlreadyAsked;
        db.AccountRequests.Add(AccountRequest.Of(account.Id, AccountRequestKind.NikCorrection, await seal.SealRequestAsync(new NikCorrection(nik, reason), ct), null, null, now));
        db.AccountEvents.Add(AccountEvent.Of(account.Id, AccountEvents.CorrectionAsked, now));
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}

internal sealed record NikCorrection(string Nik, string Reason);
