using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Bookings;
using MppDigital.Regencies.Visits.Slots;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Visits;

/// <summary>What tests do in a hall, in the words of people.</summary>
internal sealed class Halls(TwoRegencies regencies)
{
    public const string IdCard = "DKC-KTP-02";
    public const string FamilyCard = "DKC-KK-01";

    public static readonly StaffMember Admin = new("admin-sub", "Admin", [new OfficerSeat(OfficerRole.Admin, "")]);

    private static int people;

    public static Applicant Somebody(string? phone = null)
    {
        var number = Interlocked.Increment(ref people);
        return new Applicant($"visitor-{number}", $"13750101{number:00000000}", $"Warga {number}", phone ?? "", "");
    }

    public static BookingSource From(string device, string address = "10.1.2.3") => new(device, IPAddress.Parse(address));

    public Task<SlotPage> SlotsAsync(DateOnly? day = null, string service = IdCard) => regencies.GetAsync<ReadSlots, SlotPage>(TwoRegencies.Bukittinggi, new ReadSlots(service, day));

    /// <summary>Some times that can be booked, on a day that is still to come.</summary>
    public async Task<IReadOnlyList<SlotView>> FreeAsync(string service = IdCard)
    {
        var page = await SlotsAsync(service: service);
        var day = page.Days.First(d => d.Free > 3 && d.Date > page.Days[0].Date).Date;
        return [.. (await SlotsAsync(day, service)).Items.Where(s => s.Free > 0)];
    }

    public Task<Outcome<VisitView>> BookAsync(Applicant who, string slot, string service = IdCard, BookingSource? from = null, string? key = null) =>
        regencies.RunAsync<BookVisit, VisitView>(TwoRegencies.Bukittinggi, new BookVisit(who, key ?? Guid.NewGuid().ToString(), service, slot, from ?? BookingSource.Unknown));

    public Task<Outcome<VisitView>> CancelAsync(Applicant who, Guid id) => regencies.RunAsync<CancelVisit, VisitView>(TwoRegencies.Bukittinggi, new CancelVisit(who, id, BookingSource.Unknown));

    public Task<Outcome<VisitView>> MoveAsync(Applicant who, Guid id, string slot) => regencies.RunAsync<MoveVisit, VisitView>(TwoRegencies.Bukittinggi, new MoveVisit(who, id, slot, BookingSource.Unknown));

    public async Task<T> InAsync<T>(Func<RegencyDbContext, Task<T>> work)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        return await work(db);
    }

    /// <summary>Slots whose ledger does not say exactly what the visits that hold them say.</summary>
    public Task<int> DisagreeAsync(int walkedIn = 0) => InAsync(async db =>
    {
        var held = await db.Visits.Where(v => v.State != VisitState.Cancelled && v.State != VisitState.CalledOff).GroupBy(v => v.SlotId).Select(g => new { g.Key, Minutes = g.Sum(v => v.Minutes) }).ToDictionaryAsync(g => g.Key, g => g.Minutes);
        var slots = await db.VisitSlots.AsNoTracking().ToListAsync();
        Assert.Equal(walkedIn, slots.Sum(s => s.Taken - s.Booked));
        return slots.Count(s => s.Booked != held.GetValueOrDefault(s.Id) || s.Taken > s.Capacity || s.Booked > s.Bookable);
    });
}
