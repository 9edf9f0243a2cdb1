using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Places;
using MppDigital.Regencies.Visits.Queue;

namespace MppDigital.Web.Tests.Http;

/// <param name="Line">Its one line, of the agency of the demo's officers.</param>
internal sealed record TestHall(Guid Place, Guid Line, Guid Counter, string Service);

/// <summary>A hall of its own for a test, with one open counter; and a kiosk in it.</summary>
internal static class HallSteps
{
    private static readonly RegencyCode Here = RegencyCode.Parse("13.75");
    private static readonly StaffMember Admin = new("hall-steps", "Admin", [new OfficerSeat(OfficerRole.Admin, "")]);

    public static async Task<TestHall> OpenAsync(RunningProgram program)
    {
        await using var scope = program.Services.GetRequiredService<IRegencyScopes>().For(Here);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        // The demo's own hall is made only where there is no other; tests that come later look for it.
        await scope.ServiceProvider.GetRequiredService<FirstHall>().EnsureAsync(db, CancellationToken.None);
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var place = new Place(Guid.CreateVersion7(), PlaceKind.Hall, now);
        place.Describe("Gedung uji", "Jl. Sudirman", active: true);
        // Whenever tests run, the hall is open and has a place for everybody.
        place.Open(new OpeningHours(new WeekHours([.. Enumerable.Repeat("00.00-23.59", 7)]), []));
        var line = new CounterGroup(place.Id, "DPMPTSP", "B");
        line.Serve("", minutes: 1);
        var counter = new Counter(place.Id, line.Id, "5", now);
        counter.Turn(CounterState.Open, "", "siapa", now);
        db.AddRange(place, line, counter, new QueueHead { PlaceId = place.Id });
        await db.SaveChangesAsync();
        return new TestHall(place.Id, line.Id, counter.Id, Filings.Service);
    }

    public static async Task<MppClient> KioskAsync(RunningProgram program, TestHall hall)
    {
        var code = await UseAsync<AddKiosk, KioskCode>(program, new AddKiosk(Admin, hall.Place, "Pintu utama"));
        var kiosk = program.Stranger();
        var page = await PageForm.SendAsync(kiosk, "bukittinggi", "/kios", "daftar", ("code", code.Code));
        Assert.Contains("value=\"datang\"", page.Expect(200).Text, StringComparison.Ordinal);
        return kiosk;
    }

    public static Task<TicketSlip> TakeAsync(RunningProgram program, TestHall hall) => UseAsync<TakeTicket, TicketSlip>(program, new TakeTicket(hall.Place, hall.Line, hall.Service, false));

    private static async Task<TResult> UseAsync<TInput, TResult>(RunningProgram program, TInput input)
    {
        await using var scope = program.Services.GetRequiredService<IRegencyScopes>().For(Here);
        var outcome = await scope.ServiceProvider.GetRequiredService<IUseCase<TInput, TResult>>().HandleAsync(input, CancellationToken.None);
        Assert.True(outcome.Succeeded, outcome.Problem?.Code);
        return outcome.Value!;
    }
}
