using Microsoft.EntityFrameworkCore;
using MppDigital.National.LifeEvents;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.LifeEvents;

/// <summary>The newest of what a person filed together.</summary>
public sealed record ListMyLifeEvents(string Sub, int Limit);

public sealed record MyLifeEvent(string Number, string Event, string Name, string NameEn, DateTimeOffset FiledAt);

internal sealed class ListMyLifeEventsHandler(IDbContextFactory<RegencyDbContext> contexts, LifeEventBook book, CurrentRegency current) : IUseCase<ListMyLifeEvents, Page<MyLifeEvent>>
{
    public async Task<Outcome<Page<MyLifeEvent>>> HandleAsync(ListMyLifeEvents input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var filings = await db.LifeEventFilings.AsNoTracking().Where(f => f.Sub == input.Sub).OrderByDescending(f => f.Number).Take(input.Limit).ToListAsync(ct);
        return new Page<MyLifeEvent>([.. filings.Select(f =>
        {
            var definition = book.Find(f.Event)?.Definition;
            return new MyLifeEvent(f.Number, f.Event, definition?.ShortId ?? f.Event, definition?.ShortEn ?? f.Event, current.Value.At(f.FiledAt));
        })], null);
    }
}
