using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Officers;

/// <summary>What a counter did to an account at the national login, in the chain of the regency that employs the officer.</summary>
/// <param name="Subject">The account's <c>sub</c>; <c>counter</c> where the officer learns nothing of whose account there is.</param>
public sealed record RecordCounterWork(StaffMember Staff, CounterWork Work, string Subject);

public enum CounterWork
{
    CodePrinted,
    DeathReported,
    NikCorrected,
    CorrectionRefused,
    DeathLifted,
}

internal sealed class RecordCounterWorkHandler(IDbContextFactory<RegencyDbContext> contexts, StaffBook book) : IUseCase<RecordCounterWork, Done>
{
    public async Task<Outcome<Done>> HandleAsync(RecordCounterWork input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await book.RecordAsync(db, input.Subject, NameOf(input.Work), input.Staff.Sub, new { }, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new Done();
    }

    private static string NameOf(CounterWork work) => work switch
    {
        CounterWork.CodePrinted => "account-code-printed",
        CounterWork.DeathReported => "account-death-reported",
        CounterWork.NikCorrected => "account-nik-corrected",
        CounterWork.CorrectionRefused => "account-correction-refused",
        _ => "account-death-lifted",
    };
}
