using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.National.Brokers;
using MppDigital.National.Ministry;
using MppDigital.Platform.Events;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Visits.Bookings;
using MppDigital.Regencies.Visits.Brokers;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Visits.Brokers;

/// <summary>From what was seen to who decides and how one gets out of it.</summary>
public sealed class BrokerAlarmTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private const string Why = "Tujuh orang dari satu nomor, diakui pemiliknya.";

    private static readonly StaffMember Head = new("head-sub", "Kepala", [new OfficerSeat(OfficerRole.Head, "")]);

    private readonly Halls halls = new(regencies);

    [Fact]
    public async Task A_hand_is_kept_out_only_after_somebody_decided_and_has_a_way_back()
    {
        var who = Halls.Somebody("081299990001");
        var slots = await halls.FreeAsync();
        Assert.True((await halls.BookAsync(who, slots[0].Id)).Succeeded);
        await CrowdAsync(await FirstOfAsync(who), 8);
        // The booking itself is looked at: nobody waits for the night.
        await DrainAsync(WatchBrokers.PayloadKind);
        var alarm = Assert.Single(await ListAsync(Halls.Admin), a => a.Rule == BrokerRule.SharedPhone);
        Assert.Equal((9, AlarmState.Open, HandKind.Phone), (alarm.People, alarm.State, alarm.Kind));

        // A suspicion alone closes nothing, and the next night raises nothing twice.
        await NightAsync();
        Assert.Single(await ListAsync(Halls.Admin), a => a.Rule == BrokerRule.SharedPhone);
        Assert.True((await halls.BookAsync(who, slots[0].Id, Halls.FamilyCard)).Succeeded);
        Assert.Equal("wrong-role", (await DecideAsync(Head with { Seats = [new OfficerSeat(OfficerRole.Clerk, "")] }, alarm.Id, AlarmVerdict.Confirm)).Problem!.Code);
        Assert.Equal(["/reason"], (await DecideAsync(Halls.Admin, alarm.Id, AlarmVerdict.Confirm, "x")).Problem!.Errors.Keys);
        Assert.True((await DecideAsync(Halls.Admin, alarm.Id, AlarmVerdict.Confirm)).Succeeded);
        Assert.Equal("illegal-transition", (await DecideAsync(Halls.Admin, alarm.Id, AlarmVerdict.Dismiss)).Problem!.Code);

        var refusal = (await halls.BookAsync(who, slots[1].Id, "DKC-AKL-01")).Problem!;
        Assert.Equal("broker-block", refusal.Code);
        Assert.Contains("datang langsung", refusal.Detail, StringComparison.Ordinal);
        Assert.Contains("penjelasan", refusal.Detail, StringComparison.Ordinal);
        Assert.Equal("phone", (await MineAsync(who)).BlockedHand);
        Assert.Equal("nothing-to-appeal", (await AppealAsync(Halls.Somebody("081299990002"))).Problem!.Code);
        Assert.True((await AppealAsync(who)).Succeeded);
        Assert.DoesNotContain(await regencies.GetAsync<ListAppeals, IReadOnlyList<AppealView>>(TwoRegencies.Bukittinggi, new ListAppeals(Halls.Admin)), a => a.Text == "Itu telepon RT kami.");
        Assert.Equal("Itu telepon RT kami.", (await ListAsync(Halls.Admin)).Single(a => a.Id == alarm.Id).Appeal);
        Assert.True((await DecideAsync(Halls.Admin, alarm.Id, AlarmVerdict.Lift)).Succeeded);
        Assert.True((await halls.BookAsync(who, slots[1].Id, "DKC-AKL-01")).Succeeded);
        await NightAsync();
        Assert.DoesNotContain(await ListAsync(Halls.Admin), a => a.Rule == BrokerRule.SharedPhone && a.State == AlarmState.Open);
    }

    [Fact]
    public async Task What_concerns_staff_is_the_heads_and_the_ministry_hears_of_it_whatever_the_head_decides()
    {
        var who = Halls.Somebody("081299990009") with { By = new ActedBy(Guid.NewGuid(), "insider-sub", "Wakil") };
        Assert.True((await halls.BookAsync(who, (await halls.FreeAsync("DKC-AKM-01"))[0].Id, "DKC-AKM-01")).Succeeded);
        var booked = await FirstOfAsync(who);
        await ServeAsync(booked, 12, booked.ProxyLookup, "clerk-sub");
        for (var i = 0; i < 4; i++) await ServeAsync(booked, 12, "", $"other-{i}");
        await NightAsync();

        Assert.DoesNotContain(await ListAsync(Halls.Admin), a => a.Rule == BrokerRule.SameOfficer);
        var alarm = Assert.Single(await ListAsync(Head), a => a.Rule == BrokerRule.SameOfficer);
        Assert.Equal("unknown-alarm", (await DecideAsync(Halls.Admin, alarm.Id, AlarmVerdict.Dismiss)).Problem!.Code);
        Assert.Equal("unknown-alarm", (await DecideAsync(Head with { Sub = "clerk-sub" }, alarm.Id, AlarmVerdict.Dismiss)).Problem!.Code);
        Assert.True((await DecideAsync(Head, alarm.Id, AlarmVerdict.Dismiss)).Succeeded);
        await DrainAsync(SendBrokerReport.PayloadKind);

        var ministry = new MinistryStaff("analyst-sub", "Analis", [MinistryRole.Analyst]);
        var report = Assert.Single(await regencies.GetAsync<ListBrokerReports, IReadOnlyList<BrokerReportRow>>(TwoRegencies.Bukittinggi, new ListBrokerReports(ministry)), r => r.Id == alarm.Id);
        Assert.Equal(("dismissed", 12, false), (report.State, report.Acts, report.Read));
        await regencies.GetAsync<NoteBrokerReport, Done>(TwoRegencies.Bukittinggi, new NoteBrokerReport(ministry, alarm.Id));
        Assert.Equal("unknown-alarm", (await regencies.RunAsync<NoteBrokerReport, Done>(TwoRegencies.Bukittinggi, new NoteBrokerReport(ministry, alarm.Id))).Problem!.Code);
    }

    private Task NightAsync() => regencies.VisitAsync(TwoRegencies.Bukittinggi, WatchBrokers.TaskKind);

    private async Task DrainAsync(string kind)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        var handler = scope.ServiceProvider.GetServices<IOutboxHandler>().Single(h => h.Kind == kind);
        var rows = await halls.InAsync(db => db.Outbox.Where(r => r.Kind == kind).OrderBy(r => r.Id).Select(r => r.Payload).ToListAsync());
        Assert.NotEmpty(rows);
        foreach (var row in rows) await handler.HandleAsync(row, default);
    }

    private Task<IReadOnlyList<BrokerAlarmView>> ListAsync(StaffMember staff) => regencies.GetAsync<ListBrokerAlarms, IReadOnlyList<BrokerAlarmView>>(TwoRegencies.Bukittinggi, new ListBrokerAlarms(staff));

    private Task<Outcome<Done>> DecideAsync(StaffMember staff, Guid id, AlarmVerdict verdict, string reason = Why) => regencies.RunAsync<DecideBrokerAlarm, Done>(TwoRegencies.Bukittinggi, new DecideBrokerAlarm(staff, id, verdict, reason));

    private Task<Outcome<Done>> AppealAsync(Applicant who) => regencies.RunAsync<AppealBlock, Done>(TwoRegencies.Bukittinggi, new AppealBlock(who, "Itu telepon RT kami."));

    private Task<MyVisits> MineAsync(Applicant who) => regencies.GetAsync<ListMyVisits, MyVisits>(TwoRegencies.Bukittinggi, new ListMyVisits(who.Sub, who.Nik) { Person = who });

    private Task<BookingSignal> FirstOfAsync(Applicant who) => halls.InAsync(async db => await db.BookingSignals.SingleAsync(s => s.VisitId == db.Visits.Where(v => v.Sub == who.Sub).Select(v => v.Id).First()));

    /// <summary>So many other people book from the same telephone, over weeks: more than limits let through in one.</summary>
    private Task<int> CrowdAsync(BookingSignal first, int count) => AddAsync(Enumerable.Range(0, count).Select(i => new BookingSignal { Act = BookingAct.Booked, At = first.At.AddDays(-i - 8), VisitId = Guid.NewGuid(), SlotId = first.SlotId, Service = first.Service, NikLookup = $"crowd-{i}", PhoneLookup = first.PhoneLookup }));

    private Task<int> ServeAsync(BookingSignal first, int count, string proxy, string officer) => AddAsync(Enumerable.Range(0, count).Select(i => new BookingSignal { Act = BookingAct.Served, At = first.At.AddDays(-i), VisitId = Guid.NewGuid(), SlotId = first.SlotId, Service = first.Service, NikLookup = $"served-{i % 5}", ProxyLookup = proxy, OfficerSub = officer }));

    private Task<int> AddAsync(IEnumerable<BookingSignal> signals) => halls.InAsync(async db =>
    {
        db.BookingSignals.AddRange(signals);
        return await db.SaveChangesAsync();
    });
}
