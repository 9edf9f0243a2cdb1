using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform.Calendar;
using MppDigital.Platform.Events;
using MppDigital.Regencies.Feedback.Complaints;
using MppDigital.Regencies.Feedback.Consultations;
using MppDigital.Testing.Databases;

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

    [Theory]
    [InlineData("2026-11-19T03:00", true, "2026-11-19", "2026-11-20")] // Thursday 10.00
    [InlineData("2026-11-19T08:00", false, "2026-11-20", "2026-11-23")] // Thursday 15.00: closed, Friday it opens
    [InlineData("2026-11-19T00:59", false, "2026-11-19", "2026-11-20")] // Thursday 07.59: opens today
    [InlineData("2026-11-21T03:00", false, "2026-11-23", "2026-11-24")] // Saturday
    public void Closed_hours_say_when_somebody_answers(string now, bool open, string opens, string answer)
    {
        var view = AnsweringTimes.Of(new WorkingCalendar([], [], 2026), IndonesianZones.Jakarta, 8 * 60, 15 * 60, DateTime.Parse(now + "Z", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal));

        Assert.Equal((open, DateOnly.Parse(opens, CultureInfo.InvariantCulture), DateOnly.Parse(answer, CultureInfo.InvariantCulture)), (view.IsOpen, view.OpensOn, view.AnswerBy));
    }
}
