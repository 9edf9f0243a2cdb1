using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.National.LifeEvents;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.LifeEvents;

/// <summary>Begins the draft of a life event; from then on it is saved and read like any other.</summary>
public sealed record BeginLifeEvent(string Sub, string Event);

internal sealed class BeginLifeEventHandler(
    IDbContextFactory<RegencyDbContext> contexts, LifeEventBook book, IServiceCatalog catalog, CurrentRegency current, TimeProvider clock) : IUseCase<BeginLifeEvent, DraftView>
{
    public async Task<Outcome<DraftView>> HandleAsync(BeginLifeEvent input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await LocalEvent.FindAsync(db, book, catalog, input.Event, current.Value, ct) is not { } local) return Problems.UnknownEvent;
        if (local.Closed is { } refusal) return refusal;
        var draft = new Draft(input.Sub, local.Event.FormCode, local.Event.Parts[0].Version.Version, clock.GetUtcNow().UtcDateTime);
        db.Drafts.Add(draft);
        await db.SaveChangesAsync(ct);
        return DraftParts.View(draft, DraftParts.Empty(), current.Value);
    }
}
