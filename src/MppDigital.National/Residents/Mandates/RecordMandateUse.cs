using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Mandates;

/// <summary>A regency tells what was done under a mandate, for the eyes of the person acted for. Sent at least once; a repeat changes nothing.</summary>
public sealed record RecordMandateUse(Guid Mandate, RegencyCode Regency, string Number, string Service, string Action, DateTime At);

internal sealed class RecordMandateUseHandler(IDbContextFactory<NationalDbContext> contexts, IDatabaseEngine engine) : IUseCase<RecordMandateUse, Done>
{
    public async Task<Outcome<Done>> HandleAsync(RecordMandateUse input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.MandateUses.Add(new MandateUse { MandateId = input.Mandate, At = input.At, Action = input.Action, Code4 = input.Regency.Code4, Number = input.Number, Service = input.Service });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Told before.
        }

        return new Done();
    }
}
