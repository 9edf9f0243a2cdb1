using Microsoft.EntityFrameworkCore;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Visits.Bookings;
using MppDigital.Regencies.Visits.Slots;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Visits;

/// <summary>People book, move, cancel and walk in by chance, several at once: the ledger never gives more than there is and never loses a minute.</summary>
public sealed class LedgerPropertyTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private const int Rounds = 16;
    private const int AtOnce = 6;

    [Fact]
    public async Task Any_order_keeps_the_ledger_and_the_visits_in_agreement()
    {
        var (halls, random) = (new Halls(regencies), new Random(7));
        var slots = (await halls.FreeAsync()).Take(3).ToList();
        var held = new List<(Applicant Who, VisitView Visit)>();
        var (walked, refused) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var steps = Enumerable.Range(0, AtOnce).Select(_ => (Kind: random.Next(4), Slot: slots[random.Next(slots.Count)], Which: random.Next(1000))).ToList();
            var mine = held.OrderBy(_ => random.Next()).Take(AtOnce).ToList();
            var done = await Task.WhenAll(steps.Select((step, i) => Task.Run(async () =>
            {
                if (step.Kind == 1 && i < mine.Count)
                {
                    var moved = await halls.MoveAsync(mine[i].Who, mine[i].Visit.Id, step.Slot.Id);
                    return (mine[i].Who, moved.Value, Minutes: 0, Full: moved.Problem?.Code == "slot-full");
                }

                if (step.Kind == 2 && i < mine.Count) return (mine[i].Who, (await halls.CancelAsync(mine[i].Who, mine[i].Visit.Id)).Value, Minutes: 0, Full: false);
                // Nobody who walked in leaves again: more of them and there would be nothing left to book.
                if (step.Kind == 3 && round < 6)
                {
                    Assert.True(SlotPlan.TryRead(step.Slot.Id, out var group, out var startsAt));
                    var taken = await halls.InAsync(async db => await db.VisitSlots.Where(s => s.GroupId == group && s.StartsAt == startsAt).Select(s => s.Id).SingleOrDefaultAsync() is var id && id != default && await SlotLedger.WalkInAsync(db, id, 15, CancellationToken.None));
                    return (Halls.Somebody(), null, Minutes: taken ? 15 : 0, Full: false);
                }

                var who = Halls.Somebody();
                var booked = await halls.BookAsync(who, step.Slot.Id);
                return (who, booked.Value, Minutes: 0, Full: booked.Problem?.Code == "slot-full");
            })));

            walked += done.Sum(d => d.Minutes);
            refused += done.Count(d => d.Full);
            foreach (var (who, visit, _, _) in done.Where(d => d.Item2 is not null))
            {
                held.RemoveAll(h => h.Visit.Id == visit!.Id);
                if (visit!.State == "booked") held.Add((who, visit));
            }

            Assert.Equal(0, await halls.DisagreeAsync(walked));
        }

        Assert.True(refused > 5 && walked > 60 && held.Count > 3, $"The walk saw too little: {refused} full, {walked} minutes walked in, {held.Count} held.");
    }
}
