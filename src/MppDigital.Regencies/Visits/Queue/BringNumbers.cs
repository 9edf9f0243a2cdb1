using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Slots;

namespace MppDigital.Regencies.Visits.Queue;

/// <summary>Numbers of today that a kiosk may give out while its link is down. Nobody else gives out the same ones.</summary>
public sealed record ReserveNumbers(Guid Place);

/// <param name="Token">Shown again with the numbers that were given out; sealed by this regency.</param>
public sealed record NumberRange(Guid Line, string Letter, DateOnly Day, int First, int Last, string Token);

/// <summary>The link is back: what the kiosk gave out meanwhile. Telling it twice changes nothing.</summary>
public sealed record BringNumbers(Guid Place, IReadOnlyList<OfflineNumber> Numbers);

/// <param name="At">By the kiosk's clock.</param>
public sealed record OfflineNumber(string Token, int Sequence, string Service, bool Priority, DateTimeOffset At);

/// <param name="Ticket">Null where it was refused: <paramref name="Problem"/> says why.</param>
public sealed record BroughtNumber(string Token, int Sequence, Guid? Ticket, Problem? Problem);

internal sealed class BringNumbersHandler(IDbContextFactory<RegencyDbContext> contexts, QueueLine line, WalkInPlace walkIns, RegencySecrets secrets, IServiceCatalog catalog, CurrentRegency current, TimeProvider clock)
    : IUseCase<ReserveNumbers, IReadOnlyList<NumberRange>>, IUseCase<BringNumbers, IReadOnlyList<BroughtNumber>>
{
    /// <summary>Some hours of one line.</summary>
    public const int RangeLength = 40;

    /// <summary>All that a kiosk can have given out in a day without the link, and more.</summary>
    public const int MostAtOnce = 200;

    private const string Purpose = "kiosk-range";

    private static readonly Problem Unfit = Problems.Invalid("/numbers", "Nomor ini bukan dari cadangan kios di tempat ini.", "This number is not of a range reserved for a kiosk of this place.");

    private sealed record Reserved(Guid Place, Guid Line, string Letter, DateOnly Day, int First, int Last);

    public async Task<Outcome<IReadOnlyList<NumberRange>>> HandleAsync(ReserveNumbers input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var groups = await db.CounterGroups.AsNoTracking().Where(g => g.PlaceId == input.Place).OrderBy(g => g.Letter).Take(50).ToListAsync(ct);
        return await line.QuietlyAsync<IReadOnlyList<NumberRange>>(input.Place, async change =>
        {
            var ranges = new List<NumberRange>();
            foreach (var group in groups)
            {
                var first = await change.ReserveAsync(group.Id, RangeLength, ct);
                var range = new Reserved(input.Place, group.Id, group.Letter, change.Today, first, first + RangeLength - 1);
                ranges.Add(new NumberRange(group.Id, group.Letter, range.Day, range.First, range.Last, Convert.ToBase64String(secrets.Seal(Purpose, range))));
            }

            return ranges;
        }, ct);
    }

    public async Task<Outcome<IReadOnlyList<BroughtNumber>>> HandleAsync(BringNumbers input, CancellationToken ct)
    {
        if (input.Numbers.Count is 0 or > MostAtOnce) return Problems.Invalid("/numbers", $"Kirim 1 sampai {MostAtOnce} nomor.", $"Send 1 to {MostAtOnce} numbers.");
        var slots = await SlotsAsync(input, ct);
        return await line.ChangeAsync<IReadOnlyList<BroughtNumber>>(input.Place, async change =>
        {
            var brought = new List<BroughtNumber>();
            Ticket? last = null;
            foreach (var number in input.Numbers)
            {
                if (Open(number, input.Place) is not { } range || catalog.Find(number.Service) is null)
                {
                    brought.Add(new BroughtNumber(number.Token, number.Sequence, null, Unfit));
                    continue;
                }

                var known = change.Db.Tickets.Local.FirstOrDefault(t => t.Day == range.Day && t.Letter == range.Letter && t.Sequence == number.Sequence)
                    ?? await change.Db.Tickets.SingleOrDefaultAsync(t => t.PlaceId == range.Place && t.Day == range.Day && t.Letter == range.Letter && t.Sequence == number.Sequence, ct);
                if (known is null && slots.GetValueOrDefault(KeyOf(number)) is { } slot) await SlotLedger.ReconcileAsync(change.Db, slot.Id, slot.Minutes, ct);
                last = known ?? Add(change, range, number);
                brought.Add(new BroughtNumber(number.Token, number.Sequence, last.Id, null));
            }

            if (last is null) return Unfit;
            change.Tell(QueueEventKind.Changed, last, "", "");
            return brought;
        }, ct);
    }

    /// <summary>The slots in which these people came, made before the line is held.</summary>
    private Task<IReadOnlyDictionary<string, WalkInSlot>> SlotsAsync(BringNumbers input, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var came =
            from number in input.Numbers.DistinctBy(KeyOf)
            let range = Open(number, input.Place)
            where range is not null && catalog.Find(number.Service) is not null
            select new WalkedIn(KeyOf(number), range.Line, number.Service, range.Day, CameAt(range, number, now));
        return walkIns.AtAsync(input.Place, [.. came], ct);
    }

    private static string KeyOf(OfflineNumber number) => $"{number.Sequence} {number.Token}";

    /// <summary>The kiosk's clock may be wrong: nobody came before the day began, or comes later than now.</summary>
    private DateTime CameAt(Reserved range, OfflineNumber number, DateTime now)
    {
        var began = TimeZoneInfo.ConvertTimeToUtc(range.Day.ToDateTime(TimeOnly.MinValue), current.Value.Zone);
        return number.At.UtcDateTime < began || number.At.UtcDateTime > now ? now : number.At.UtcDateTime;
    }

    private Ticket Add(QueueChange change, Reserved range, OfflineNumber number)
    {
        var at = CameAt(range, number, change.Now);
        var ticket = Ticket.Issue(new TicketTerms(range.Place, range.Line, range.Day, range.Letter, number.Sequence, number.Service, null, number.Priority, at, Offline: true), QueueOrder.DueAt(null, at));
        change.Db.Tickets.Add(ticket);
        return ticket;
    }

    private Reserved? Open(OfflineNumber number, Guid place)
    {
        try
        {
            var range = secrets.Open<Reserved>(Purpose, Convert.FromBase64String(number.Token));
            return range.Place == place && number.Sequence >= range.First && number.Sequence <= range.Last ? range : null;
        }
        catch (Exception e) when (e is FormatException or CryptographicException or ArgumentException)
        {
            return null;
        }
    }
}
