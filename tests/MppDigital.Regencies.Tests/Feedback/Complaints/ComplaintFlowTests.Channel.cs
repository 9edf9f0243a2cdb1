using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Connectors;
using MppDigital.Platform.Calendar;
using MppDigital.Platform.Events;
using MppDigital.Regencies.Feedback.Complaints;
using MppDigital.Regencies.Feedback.Consultations;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Visits.Places;
using MppDigital.Testing.Databases;
using ComplaintStatus = MppDigital.Connectors.Lapor.ComplaintStatus;
using LaporClient = MppDigital.Connectors.Lapor.LaporClient;

namespace MppDigital.Regencies.Tests.Feedback.Complaints;

public sealed partial class ComplaintFlowTests
{
    [Fact]
    public async Task What_belongs_to_the_national_channel_is_passed_on_once_and_comes_back_answered()
    {
        var receipt = await FileAsync(ComplainantKind.Hidden);
        await MoveAsync(Officer, receipt.Number, ComplaintMove.Triage, ComplaintClass.Service);
        await MoveAsync(Officer, receipt.Number, ComplaintMove.Forward);
        for (var twice = 0; twice < 2; twice++)
        {
            await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
            await scope.ServiceProvider.GetServices<IOutboxHandler>().Single(h => h.Kind == SendToChannel.PayloadKind).HandleAsync($"\"{receipt.Number}\"", CancellationToken.None);
        }

        var reference = (await regencies.GetAsync<ReviewComplaint, ComplaintSheet>(TwoRegencies.Bukittinggi, new ReviewComplaint(Head, receipt.Number))).Reference;
        Assert.False(string.IsNullOrEmpty(reference));
        // The channel is one step further each time it is asked: verified, forwarded, answered.
        for (var walk = 0; walk < 4; walk++) await regencies.VisitAsync(TwoRegencies.Bukittinggi, FollowChannel.TaskKind);
        var view = await LookAsync(receipt);
        Assert.Equal("answered", view.Status);
        Assert.Equal(["received", "triaged", "forwarded", "answered"], view.Timeline.Select(t => t.Kind));
        Assert.Contains(reference!, view.Timeline[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_waits_for_the_agency_of_its_service_and_nobody_else_reads_it()
    {
        var key = Guid.NewGuid().ToString("N");
        var asked = new AskOffice("sub-tanya-1", key, "DPM-SIP-04", "", "Apakah foto boleh berlatar putih?");
        var talk = await regencies.GetAsync<AskOffice, ConsultationStarted>(TwoRegencies.Bukittinggi, asked);
        Assert.Equal(talk, await regencies.GetAsync<AskOffice, ConsultationStarted>(TwoRegencies.Bukittinggi, asked));
        Assert.Equal("unknown-consultation", await RefusedAsync<ReadMyConsultation, ConsultationView>(new ReadMyConsultation("sub-tanya-2", talk.Number)));
        Assert.Equal("unknown-consultation", await RefusedAsync<ReadConsultation, ConsultationView>(new ReadConsultation(Accused, talk.Number)));
        Assert.Contains((await regencies.GetAsync<ListConsultations, ConsultationList>(TwoRegencies.Bukittinggi, new ListConsultations(Officer))).Items, r => r.Number == talk.Number && r.WaitingSince is not null);
        await regencies.GetAsync<AnswerConsultation, ConsultationView>(TwoRegencies.Bukittinggi, new AnswerConsultation(Officer, talk.Number, "Boleh, asal wajah tampak jelas."));
        var mine = await regencies.GetAsync<ReadMyConsultation, ConsultationView>(TwoRegencies.Bukittinggi, new ReadMyConsultation("sub-tanya-1", talk.Number));
        Assert.Equal([false, true], mine.Lines.Select(l => l.ByOffice));
        Assert.Null(mine.Row.WaitingSince);
        for (var more = 0; more < 19; more++) await regencies.GetAsync<WriteAgain, ConsultationStarted>(TwoRegencies.Bukittinggi, new WriteAgain("sub-tanya-1", talk.Number, $"Pertanyaan berikutnya {more}"));
        Assert.Equal("too-many-messages", await RefusedAsync<WriteAgain, ConsultationStarted>(new WriteAgain("sub-tanya-1", talk.Number, "Satu pertanyaan lagi")));
    }

    [Fact]
    public async Task What_the_national_channel_gives_is_one_complaint_with_its_clock_and_the_answer_goes_back()
    {
        for (var twice = 0; twice < 2; twice++) await regencies.VisitAsync(TwoRegencies.Bukittinggi, TakeDispositions.TaskKind);
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await ContextAsync(scope);
        var taken = await db.Complaints.AsNoTracking().SingleAsync(c => c.FromOutside);
        Assert.Equal((ComplaintState.Received, ComplaintClass.Service, ComplainantKind.Anonymous), (taken.State, taken.Class, taken.Who));
        Assert.NotNull(taken.DueAt);
        var lapor = scope.ServiceProvider.GetRequiredService<LaporClient>();
        Assert.Equal(ComplaintStatus.Forwarded, await StatusAsync());

        await MoveAsync(Officer, taken.Number, ComplaintMove.Triage, ComplaintClass.Service);
        // It came from there: it is not sent there again.
        Assert.Equal("wrong-role", (await TryMoveAsync(Officer, taken.Number, ComplaintMove.Forward)).Problem?.Code);
        await MoveAsync(Officer, taken.Number, ComplaintMove.Assign, agency: "DPMPTSP");
        await MoveAsync(Officer, taken.Number, ComplaintMove.Answer, text: "Nomor antrean ditambah menjadi 120 mulai hari Senin.");
        Assert.Equal(1, await db.Outbox.CountAsync(o => o.Kind == ChannelAnswer.PayloadKind));
        for (var twice = 0; twice < 2; twice++) await DrainAsync(ChannelAnswer.PayloadKind);
        Assert.Equal(ComplaintStatus.Answered, await StatusAsync());

        async Task<ComplaintStatus> StatusAsync() => Assert.IsType<Lookup<Connectors.Lapor.ComplaintState>.Found>(await lapor.AskAsync(taken.Reference!, default)).Data.Status;
    }

    [Fact]
    public async Task Hours_are_the_halls_until_the_admin_sets_others()
    {
        var admin = new StaffMember("admin-1", "Rina", [new OfficerSeat(OfficerRole.Admin, "")]);
        Task<AnsweringSetting> Set(string hours) => regencies.GetAsync<SetAnsweringHours, AnsweringSetting>(TwoRegencies.Padang, new SetAnsweringHours(admin, hours));
        Assert.Equal("08.00–15.00", (await regencies.GetAsync<ReadAnsweringHours, AnsweringSetting>(TwoRegencies.Padang, new ReadAnsweringHours(admin))).Now.Hours);
        await using (var scope = regencies.Enter(TwoRegencies.Padang))
        {
            await using var db = await ContextAsync(scope);
            // The hall of the demo is made when somebody first looks.
            await scope.ServiceProvider.GetRequiredService<HallPlans>().ReadAsync(db, default);
        }

        Assert.Equal(("", "08.00–15.30"), (await regencies.GetAsync<ReadAnsweringHours, AnsweringSetting>(TwoRegencies.Padang, new ReadAnsweringHours(admin))) is var hall ? (hall.Own, hall.Now.Hours) : default);
        Assert.Equal(("09.00-12.00", "09.00–12.00"), await Set("9:00 – 12.00") is var own ? (own.Own, own.Now.Hours) : default);
        foreach (var bad in (string[])["12.00-09.00", "pagi", "08.00-12.00, 13.00-15.00", "08.00-25.00"])
            Assert.Equal(["/hours"], (await regencies.RunAsync<SetAnsweringHours, AnsweringSetting>(TwoRegencies.Padang, new SetAnsweringHours(admin, bad))).Problem?.Errors.Keys);
        Assert.Equal("wrong-role", (await regencies.RunAsync<SetAnsweringHours, AnsweringSetting>(TwoRegencies.Padang, new SetAnsweringHours(Officer, "09.00-12.00"))).Problem?.Code);
        Assert.Equal("08.00–15.30", (await Set("")).Now.Hours);
    }

    [Theory]
    [InlineData("2026-11-19T03:00", true, "2026-11-19", "2026-11-20")] // Thursday 10.00
    [InlineData("2026-11-19T08:00", false, "2026-11-20", "2026-11-23")] // Thursday 15.00: closed, Friday it opens
    [InlineData("2026-11-19T00:59", false, "2026-11-19", "2026-11-20")] // Thursday 07.59: opens today
    [InlineData("2026-11-21T03:00", false, "2026-11-23", "2026-11-24")] // Saturday
    public void Closed_hours_say_when_somebody_answers(string now, bool open, string opens, string answer)
    {
        var view = AnsweringTimes.Of(new WorkingCalendar([], [], 2026), IndonesianZones.Jakarta, _ => AnsweringTimes.Usual, DateTime.Parse(now + "Z", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal));

        Assert.Equal((open, DateOnly.Parse(opens, CultureInfo.InvariantCulture), DateOnly.Parse(answer, CultureInfo.InvariantCulture)), (view.IsOpen, view.OpensOn, view.AnswerBy));
    }

    [Fact]
    public void Closed_hours_agree_with_a_walk_from_minute_to_minute()
    {
        var random = new Random(20261123);
        for (var i = 0; i < 200; i++)
        {
            var first = new DateOnly(2026, 3, 2);
            var zone = IndonesianZones.All[random.Next(3)];
            var holidays = Enumerable.Range(0, 8).Select(_ => random.Next(30)).ToHashSet();
            // By weekday, Sunday first; a day may be shut in the hall and no holiday.
            var week = Enumerable.Range(0, 7).Select(_ => random.Next(4) == 0 ? null : (OpenSpan?)new OpenSpan(new TimeOnly(random.Next(6, 10), 0), new TimeOnly(random.Next(11, 17), random.Next(2) * 30))).ToArray();
            week[1] ??= AnsweringTimes.Usual;
            var calendar = new WorkingCalendar(holidays.Select(d => new Holiday(first.AddDays(d), "Libur", null, HolidayType.National)), [], 2026);
            var at = random.Next(25 * 1440);
            var view = AnsweringTimes.Of(calendar, zone, d => week[(int)d.DayOfWeek], first.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddMinutes(at - zone.BaseUtcOffset.TotalMinutes));

            bool Serves(int minute) => first.AddDays(minute / 1440) is var d && d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(minute / 1440) && week[(int)d.DayOfWeek] is { } span
                && minute % 1440 >= span.From.Hour * 60 && minute % 1440 < (span.Until.Hour * 60) + span.Until.Minute;
            var opens = at;
            while (!Serves(opens)) opens++;
            var answer = ((opens / 1440) + 1) * 1440;
            while (!Serves(answer)) answer++;
            while (Serves(answer)) answer++;
            Assert.Equal((i, Serves(at), first.AddDays(opens / 1440), first.AddDays(answer / 1440), answer % 1440), (i, view.IsOpen, view.OpensOn, view.AnswerBy, (int)view.AnswerUntil.ToTimeSpan().TotalMinutes));
        }
    }
}
