using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Places;
using MppDigital.Regencies.Visits.Queue;

namespace MppDigital.Testing.Databases;

/// <summary>A hall of one line and one open counter, with people waiting; for measurements that need one in every regency.</summary>
public static class SeededHall
{
    private const string Agency = "DUKCAPIL";
    private const string Service = "DKC-KTP-01";

    /// <param name="clerk">The <c>sub</c> of whoever calls.</param>
    public static async Task<(Guid Place, Guid Counter)> OpenAsync(IServiceProvider services, RegencyCode regency, string clerk, int waiting)
    {
        await using var scope = services.GetRequiredService<IRegencyScopes>().For(regency);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var place = new Place(Guid.CreateVersion7(), PlaceKind.Hall, now);
        place.Describe("Gedung MPP", "Jl. Merdeka", active: true);
        // Whenever a measurement runs, the hall is open.
        place.Open(new OpeningHours(new WeekHours([.. Enumerable.Repeat("00.00-23.59", 7)]), []));
        var line = new CounterGroup(place.Id, Agency, "A");
        var counter = new Counter(place.Id, line.Id, "1", now);
        counter.Turn(CounterState.Open, "", clerk, now);
        db.AddRange(place, line, counter);
        await db.SaveChangesAsync();
        await scope.ServiceProvider.GetRequiredService<IUseCase<SeatOfficers, Done>>().HandleAsync(new SeatOfficers([new SeatedPerson(clerk, "Petugas ukur", OfficerRole.Clerk, Agency)]), CancellationToken.None);
        for (var i = 0; i < waiting; i++)
        {
            var taken = await scope.ServiceProvider.GetRequiredService<IUseCase<TakeTicket, TicketSlip>>().HandleAsync(new TakeTicket(place.Id, line.Id, Service, false), CancellationToken.None);
            if (!taken.Succeeded) throw new InvalidOperationException(taken.Problem.Code);
        }

        return (place.Id, counter.Id);
    }
}
