using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Calendar;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Rollout;

/// <summary>The ministry adds one dated, sourced fact to a regency's history. Facts are never changed; a better one is added.</summary>
/// <param name="Version">The version of the sheet that the person saw.</param>
/// <param name="By">The <c>sub</c> of the person.</param>
public sealed record RecordRolloutFact(RegencyCode Code, RolloutEvent Event, DateOnly On, string Source, long Version, string By);

internal sealed class RecordRolloutFactHandler(IDbContextFactory<NationalDbContext> contexts, IDatabaseEngine engine, TimeProvider clock) : IUseCase<RecordRolloutFact, RolloutRegencySheet>
{
    // The first MPP opened in 2017; anything earlier is a slip of the hand.
    private static readonly DateOnly Earliest = new(2016, 1, 1);

    public async Task<Outcome<RolloutRegencySheet>> HandleAsync(RecordRolloutFact input, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, IndonesianZones.Jakarta).DateTime);
        if (input.On < Earliest || input.On > today) return Problems.Invalid("/on", "Tanggal harus antara 2016 dan hari ini.", "The date must lie between 2016 and today.");
        if (string.IsNullOrWhiteSpace(input.Source) || input.Source.Length > StageEventRow.SourceLength || !UnicodeText.IsPlain(input.Source)) return Problems.Invalid("/source", $"Tulis sumbernya, paling banyak {StageEventRow.SourceLength} huruf.", $"Name the source, at most {StageEventRow.SourceLength} characters.");
        if (!Enum.IsDefined(input.Event)) return Problems.Invalid("/event", "Peristiwa tidak dikenal.", "There is no such event.");

        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Regencies.SingleOrDefaultAsync(r => r.Code == input.Code.Value, ct) is not { } regency) return Problems.UnknownRegency;
        if (regency.Version != input.Version) return await StaleAsync(db, input.Code, ct);
        regency.RolloutChanged(now.UtcDateTime);
        db.Add(new StageEventRow { RegencyCode = input.Code.Value, Event = input.Event, On = input.On, DateText = $"{input.On:yyyy-MM-dd}", Source = input.Source.Trim(), EnteredBy = input.By, EnteredAt = now.UtcDateTime });
        try
        {
            await AuditTrail.AppendAsync(db, input.Code.Value, "rollout-fact-recorded", input.By, $$"""{"event":"{{input.Event}}","on":"{{input.On:yyyy-MM-dd}}"}""", now.UtcDateTime, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            await transaction.RollbackAsync(ct);
            return await StaleAsync(db, input.Code, ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            return Problems.AlreadyRecorded;
        }

        return await RolloutRegencySheet.ReadAsync(db, input.Code.Value, ct) is { } sheet ? sheet : Problems.UnknownRegency;
    }

    private static async Task<Outcome<RolloutRegencySheet>> StaleAsync(NationalDbContext db, RegencyCode code, CancellationToken ct) =>
        await RolloutRegencySheet.ReadAsync(db, code.Value, ct) is { } current ? Problems.Stale(current) : Problems.UnknownRegency;
}
