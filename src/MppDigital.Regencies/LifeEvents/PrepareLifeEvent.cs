using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.National.LifeEvents;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.LifeEvents;

/// <summary>The one form of a life event for a person, given what they answered so far.</summary>
public sealed record PrepareLifeEvent(Applicant Applicant, string Event, JsonElement Answers);

/// <param name="Parts">The services that the answers leave in.</param>
/// <param name="WorkingDays">By service code: the limit in force here.</param>
public sealed record PreparedLifeEvent(LifeEvent Event, IReadOnlyList<LifeEventPart> Parts, PreparedForm Form, IReadOnlyDictionary<string, int?> WorkingDays);

internal sealed class PrepareLifeEventHandler(IDbContextFactory<RegencyDbContext> contexts, LifeEventBook book, IServiceCatalog catalog, GatherFacts facts, CurrentRegency current)
    : IUseCase<PrepareLifeEvent, PreparedLifeEvent>
{
    public async Task<Outcome<PreparedLifeEvent>> HandleAsync(PrepareLifeEvent input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await LocalEvent.FindAsync(db, book, catalog, input.Event, current.Value, ct) is not { } local) return Problems.UnknownEvent;
        if (local.Closed is { } refusal) return refusal;
        var parts = local.Event.Chosen(input.Answers);
        var form = local.Event.FormOf(parts);
        // Asked for the whole event, so that a service taken in later needs no register again.
        var gathered = await facts.ForAsync(db, input.Applicant, local.Event.FormOf(local.Event.Parts), ct);
        return new PreparedLifeEvent(local.Event, parts, new PreparedForm(form, parts[0].Version.Version, gathered.Held,
            [.. form.Requirements.Where(r => WeighEvidence.NeedsFile(r, gathered)).Select(r => r.Code)], [.. form.Requirements.Where(r => gathered.Confirmed.Contains(r.Code)).Select(r => r.Code)]),
            local.Offers.ToDictionary(o => o.Key, o => o.Value.LimitDays));
    }
}
