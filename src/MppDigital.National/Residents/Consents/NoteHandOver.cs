using Microsoft.EntityFrameworkCore;
using MppDigital.National.Residents.Looks;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Residents.Consents;

/// <summary>A regency tells which facts went into an application. Sent at least once; a repeat changes nothing.</summary>
/// <param name="Id">Made with the application: by it a repeat is known.</param>
/// <param name="Consent">Null where a duty by law took its place.</param>
/// <param name="At">When the application was filed, UTC.</param>
public sealed record NoteHandOver(Guid Id, Guid? Consent, string Sub, RegencyCode Regency, string Service, string Application, DateTime At, IReadOnlyList<string> Facts);

internal sealed class NoteHandOverHandler(IDbContextFactory<NationalDbContext> contexts, IDatabaseEngine engine) : IUseCase<NoteHandOver, Done>
{
    public async Task<Outcome<Done>> HandleAsync(NoteHandOver input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Looks.AnyAsync(l => l.Id == input.Id, ct)) return default(Done);
        var code = input.Regency.Value;
        var consent = input.Consent is { } id ? await db.Consents.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.Sub == input.Sub && c.RegencyCode == code, ct) : null;
        if (input.Consent is not null && consent is null) return Problems.UnknownConsent;
        var facts = string.Join(' ', input.Facts);
        if (consent is not null) db.HandOvers.Add(new HandOverRow { ConsentId = consent.Id, Application = input.Application, At = input.At, Facts = facts });
        db.Looks.Add(new LookRow
        {
            Id = input.Id,
            Sub = input.Sub,
            At = input.At,
            By = LookedBy.System,
            RegencyCode = code,
            Role = "",
            Agency = "",
            Name = [],
            Application = input.Application,
            Service = input.Service,
            Purpose = LookPurposes.HandOver,
            Facts = facts,
            Receipt = consent?.Number ?? "",
        });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Told twice at the same moment.
        }

        return default(Done);
    }
}
