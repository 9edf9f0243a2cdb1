using Microsoft.EntityFrameworkCore;
using MppDigital.Login.Accounts;
using MppDigital.Login.Protocol;
using MppDigital.Login.SignIn;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Counter;

/// <summary>
/// The owner asked for another NIK and came to a counter with the identity card. An officer alone cannot move an account to a stranger's
/// NIK: the owner must have asked for exactly this one, and the civil register must know the same name and date of birth by it.
/// </summary>
/// <param name="Wrong">The NIK that the account has.</param>
/// <param name="Right">The NIK on the card.</param>
/// <param name="Grant">False turns the request down.</param>
public sealed record DecideNikCorrection(string? Wrong, string? Right, bool Grant, string ActorSub, string RegencyCode);

internal sealed class DecideNikCorrectionHandler(
    IDbContextFactory<LoginDbContext> contexts,
    IDatabaseEngine engine,
    AccountSeal seal,
    CivilCheck register,
    SessionEnding ending,
    AccountNotices notices,
    CounterLimit limit,
    TimeProvider clock) : IUseCase<DecideNikCorrection, Done>
{
    public async Task<Outcome<Done>> HandleAsync(DecideNikCorrection input, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now.AddHours(7));
        var (wrong, right) = (NikInput.Of(input.Wrong), NikInput.Of(input.Right));
        var faults = new Dictionary<string, string[]>();
        if (wrong.Length != 16 || !wrong.All(char.IsAsciiDigit)) faults["/wrong"] = [AccountTexts.Of(NikFault.Length)];
        if (Nik.FaultOf(right, today) is { } fault) faults["/right"] = [AccountTexts.Of(fault)];
        if (faults.Count > 0) return Problems.Invalid(faults);
        if (await limit.IsUsedUpAsync(input.ActorSub, ct)) return Problems.TooManyToday;
        await limit.NoteAsync(input.ActorSub, ct);

        var lookup = await seal.LookupOfNikAsync(wrong, ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Accounts.FirstOrDefaultAsync(a => a.NikLookup == lookup && a.Standing == AccountStanding.Active, ct) is not { } account) return Problems.NoCorrectionAsked;
        var request = await db.AccountRequests.FirstOrDefaultAsync(r => r.AccountId == account.Id && r.Kind == AccountRequestKind.NikCorrection && r.DecidedAt == null, ct);
        if (request is null || (await seal.OpenRequestAsync<NikCorrectionAsked>(request, ct)).Nik != right) return Problems.NoCorrectionAsked;
        request.Decide(input.Grant, input.ActorSub, input.RegencyCode, now);
        db.AccountEvents.Add(AccountEvent.ByOfficer(account.Id, input.Grant ? AccountEvents.NikCorrected : AccountEvents.CorrectionRefused, input.ActorSub, input.RegencyCode, now));
        if (input.Grant && await CorrectAsync(account, right, ct) is { } problem) return problem;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            return Problems.NikTaken;
        }

        // The old number stands in every cookie and token.
        if (input.Grant) await ending.EndAllAsync(account.Id, except: null, ct);
        await notices.SendAsync(account, input.Grant ? "NikCorrected" : "CorrectionRefused", ct);
        return new Done();
    }

    private async Task<Problem?> CorrectAsync(Account account, string right, CancellationToken ct)
    {
        var person = await seal.OpenAsync(account, ct) with { Nik = right };
        switch (await register.AskFaceToFaceAsync(person, ct))
        {
            case CivilAnswer.None: return Problems.RegisterAway;
            case CivilAnswer.Differs: return Problems.CorrectionDiffers;
        }

        account.CorrectNik(await seal.LookupOfNikAsync(right, ct), await seal.SealAsync(person with { MotherName = null }, ct));
        return null;
    }

    private sealed record NikCorrectionAsked(string Nik);
}
