using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform.PersonalData;
using MppDigital.Regencies.Feedback;
using MppDigital.Regencies.Feedback.Complaints;
using MppDigital.Regencies.Feedback.Consultations;
using MppDigital.Regencies.Notifications;
using MppDigital.Regencies.Officers;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Feedback.Complaints;

/// <content>Given to one officer, handed on, copied and forgotten.</content>
public sealed partial class ComplaintFlowTests
{
    [Fact]
    public async Task Given_to_one_officer_nobody_else_of_the_agency_answers_and_of_the_accused_nobody_else_sees_it()
    {
        var (one, other) = (await SeatedAsync("DPMPTSP"), Officer);
        var receipt = await FileAsync(ComplainantKind.Named);
        await MoveAsync(Officer, receipt.Number, ComplaintMove.Triage, ComplaintClass.Service);
        Assert.Equal(["/officer"], (await TryAssignAsync(receipt.Number, "DPMPTSP", "siapa-pun")).Problem?.Errors.Keys);
        // Seated, but elsewhere.
        Assert.Equal(["/officer"], (await TryAssignAsync(receipt.Number, "DUKCAPIL", one.Sub)).Problem?.Errors.Keys);
        Assert.Equal(one.Sub, (await TryAssignAsync(receipt.Number, "DPMPTSP", one.Sub)).Value?.Officer);
        Assert.Equal("wrong-role", (await TryMoveAsync(other, receipt.Number, ComplaintMove.Answer, text: "Loket buka sampai pukul 15.00 mulai Senin.")).Problem?.Code);
        await MoveAsync(one, receipt.Number, ComplaintMove.Answer, text: "Loket buka sampai pukul 15.00 mulai Senin.");

        var (accused, about) = (await SeatedAsync("DUKCAPIL"), await FileAsync(ComplainantKind.Named, agency: "DUKCAPIL"));
        await MoveAsync(Officer, about.Number, ComplaintMove.Triage, ComplaintClass.Service);
        await TryAssignAsync(about.Number, "DUKCAPIL", accused.Sub);
        Assert.True((await regencies.RunAsync<ReviewComplaint, ComplaintSheet>(TwoRegencies.Bukittinggi, new ReviewComplaint(accused, about.Number))).Succeeded);
        Assert.Equal("unknown-complaint", (await regencies.RunAsync<ReviewComplaint, ComplaintSheet>(TwoRegencies.Bukittinggi, new ReviewComplaint(Accused, about.Number))).Problem?.Code);
        Assert.DoesNotContain(await regencies.GetAsync<ListComplaints, IReadOnlyList<ComplaintRow>>(TwoRegencies.Bukittinggi, new ListComplaints(Accused, "open")), r => r.Number == about.Number);
    }

    [Fact]
    public async Task A_question_is_handed_to_one_officer_or_another_agency_and_the_person_goes_on_waiting()
    {
        const string Sub = "sub-tanya-rujuk";
        var talk = await regencies.GetAsync<AskOffice, ConsultationStarted>(TwoRegencies.Bukittinggi, new AskOffice(Sub, Guid.NewGuid().ToString("N"), "DPM-SIP-04", "", "Apakah KTP lama masih berlaku?"));
        var (one, civil) = (await SeatedAsync("DPMPTSP"), await SeatedAsync("DUKCAPIL"));
        Assert.Equal(["/officer"], (await regencies.RunAsync<AssignConsultation, ConsultationView>(TwoRegencies.Bukittinggi, new AssignConsultation(Officer, talk.Number, civil.Sub))).Problem?.Errors.Keys);
        await regencies.GetAsync<AssignConsultation, ConsultationView>(TwoRegencies.Bukittinggi, new AssignConsultation(Officer, talk.Number, one.Sub));
        Assert.Equal("in-other-hands", await RefusedAsync<AnswerConsultation, ConsultationView>(new AnswerConsultation(Officer, talk.Number, "Masih berlaku, silakan.")));

        Assert.Equal(["/agency"], (await regencies.RunAsync<ReferConsultation, ConsultationView>(TwoRegencies.Bukittinggi, new ReferConsultation(one, talk.Number, "DPMPTSP"))).Problem?.Errors.Keys);
        await regencies.GetAsync<ReferConsultation, ConsultationView>(TwoRegencies.Bukittinggi, new ReferConsultation(one, talk.Number, "DUKCAPIL"));
        Assert.Equal("unknown-consultation", await RefusedAsync<ReadConsultation, ConsultationView>(new ReadConsultation(one, talk.Number)));
        Assert.NotNull((await regencies.GetAsync<ReadMyConsultation, ConsultationView>(TwoRegencies.Bukittinggi, new ReadMyConsultation(Sub, talk.Number))).Row.WaitingSince);
        await regencies.GetAsync<AnswerConsultation, ConsultationView>(TwoRegencies.Bukittinggi, new AnswerConsultation(civil, talk.Number, "Masih berlaku, silakan."));

        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await ContextAsync(scope);
        Assert.Equal([NoticeEvent.QuestionReceived, NoticeEvent.QuestionAnswered], await db.Messages.AsNoTracking().Where(m => m.Sub == Sub).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).Select(m => m.Event).ToListAsync());
    }

    [Fact]
    public async Task Whoever_asks_gets_a_copy_and_is_forgotten_while_the_clock_of_the_complaint_runs_on()
    {
        const string Sub = "sub-minta-hapus";
        var receipt = await LeaveAsync("0812 9000 2222", sub: Sub);
        await DrainAsync(ComplaintNews.PayloadKind);
        var talk = await regencies.GetAsync<AskOffice, ConsultationStarted>(TwoRegencies.Bukittinggi, new AskOffice(Sub, Guid.NewGuid().ToString("N"), "DPM-SIP-04", "", "Apakah foto boleh berlatar biru?"));
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        var held = scope.ServiceProvider.GetServices<IRegencyPersonalData>().Single(p => p.Part == "voice");
        var copy = (JsonObject)(await held.GatherAsync(Sub, new CopyFiles(), default))!;
        Assert.Equal((receipt.Number, "0812 9000 2222"), ((string?)copy["complaints"]![0]!["number"], (string?)copy["complaints"]![0]!["contact"]));
        Assert.Equal((talk.Number, "Apakah foto boleh berlatar biru?"), ((string?)copy["questions"]![0]!["number"], (string?)copy["questions"]![0]!["messages"]![0]!["text"]));

        var due = (await LookAsync(receipt)).DueAt;
        var erased = await held.EraseAsync(Sub, default);
        Assert.Equal([("question", 1), ("complaint-identity", 1)], erased.Erased.Select(e => (e.What, e.Count)));
        Assert.Equal(receipt.Number, Assert.Single(erased.Kept).Reference);
        var view = await LookAsync(receipt);
        Assert.Equal((due, "received"), (view.DueAt, view.Status));
        Assert.Equal("complainant-hidden", (await regencies.RunAsync<RevealComplainant, ShownComplainant>(TwoRegencies.Bukittinggi, new RevealComplainant(Head, receipt.Number))).Problem?.Code);
        Assert.Empty(await ToldAsync(receipt.Number));
        Assert.Null(await held.GatherAsync(Sub, new CopyFiles(), default));
        Assert.Equal([0, 0], (await held.EraseAsync(Sub, default)).Erased.Select(e => e.Count));
    }

    /// <summary>Somebody with a seat there today.</summary>
    private async Task<StaffMember> SeatedAsync(string agency)
    {
        await using (var scope = regencies.Enter(TwoRegencies.Bukittinggi))
        {
            await using var db = await ContextAsync(scope);
            if (!await db.Officers.AnyAsync(o => o.Agency == agency && o.Role == OfficerRole.Officer)) db.Officers.Add(new Officer($"duduk-{agency}", "Yusuf", agency, OfficerRole.Officer));
            await db.SaveChangesAsync();
        }

        var seat = (await regencies.GetAsync<ListAnswerers, IReadOnlyList<Answerer>>(TwoRegencies.Bukittinggi, new ListAnswerers(Head))).First(a => a.Agency == agency);
        return new StaffMember(seat.Sub, seat.Name, [new OfficerSeat(OfficerRole.Officer, agency)]);
    }

    private async Task<Platform.UseCases.Outcome<ComplaintSheet>> TryAssignAsync(string number, string agency, string officer)
    {
        var sheet = await regencies.GetAsync<ReviewComplaint, ComplaintSheet>(TwoRegencies.Bukittinggi, new ReviewComplaint(Officer, number));
        return await regencies.RunAsync<MoveComplaint, ComplaintSheet>(TwoRegencies.Bukittinggi, new MoveComplaint(Officer, number, sheet.Version, ComplaintMove.Assign, null, agency, "", officer));
    }
}
