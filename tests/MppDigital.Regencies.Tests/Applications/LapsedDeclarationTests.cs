using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.National.Rollout;
using MppDigital.Platform.Identification;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Figures;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;
using MppDigital.Testing;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Applications;

/// <summary>An office has one working day to declare a file complete or to return it. What happens when it does neither.</summary>
public sealed class LapsedDeclarationTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private const string Service = "DPM-SIP-05";

    private static readonly StaffMember Officer = new("officer-1", "Dedi Saputra Koto", [new OfficerSeat(OfficerRole.Officer, "DPMPTSP")]);
    private static readonly StaffMember Head = new("head-1", "Rina Marlina", [new OfficerSeat(OfficerRole.Head, "DPMPTSP")]);

    [Fact]
    public async Task A_suspended_registration_never_becomes_complete_by_waiting_but_alarms_head_and_ministry()
    {
        var (citizen, receipt) = await FileAsync(6);
        Assert.Null(receipt.CompleteAt);
        var until = await DeclareByAsync(receipt.Number);

        regencies.Clock.AdvanceTo(until.AddMilliseconds(-1));
        await WalkAsync();
        Assert.Equal(0, await AlarmsAsync(Head));
        Assert.Equal(["submitted"], await TimelineAsync(citizen, receipt));

        regencies.Clock.AdvanceTo(until);
        await WalkAsync();
        await WalkAsync();
        var seen = await ReadAsync(citizen, receipt);
        Assert.Equal(["submitted", "undeclared"], seen.Timeline.Select(t => t.Kind));
        Assert.Equal((null, null, "submitted"), (seen.CompleteAt, seen.DueOn, seen.Status));
        Assert.Equal((1, 0, 1), (await AlarmsAsync(Head), await AlarmsAsync(Officer), await MinistrySeesAsync()));
        Assert.True((await InboxAsync("undeclared")).Single().Undeclared);

        await regencies.GetAsync<CompleteApplication, OfficerView>(TwoRegencies.Bukittinggi, new CompleteApplication(new DeskRequest(Officer, receipt.Number, seen.Version)));
        await PushAsync();
        Assert.Equal((0, 0, 0), (await AlarmsAsync(Head), await MinistrySeesAsync(), (await InboxAsync("undeclared")).Count));
        Assert.Equal(regencies.Clock.UtcNow, (await ReadAsync(citizen, receipt)).CompleteAt!.Value.UtcDateTime);
    }

    [Fact]
    public async Task Where_nothing_must_be_verified_the_file_is_complete_since_it_was_filed()
    {
        var (citizen, receipt) = await FileAsync(16);
        await OpenOnlyAsync(receipt.Number, "tempat");
        var filed = (await ReadAsync(citizen, receipt)).SubmittedAt;
        regencies.Clock.AdvanceTo((await DeclareByAsync(receipt.Number)).AddHours(3));

        var seen = await ReadAsync(citizen, receipt);

        Assert.Equal((filed, "completed", "law"), (seen.CompleteAt!.Value, seen.Timeline[^1].Kind, seen.Timeline[^1].By));
        Assert.NotNull(seen.DueOn);
        Assert.Equal(0, await AlarmsAsync(Head));
    }

    [Fact]
    public async Task Returning_the_file_uses_the_day_and_its_correction_gives_the_office_another()
    {
        var (citizen, receipt) = await FileAsync(26);
        var first = await DeclareByAsync(receipt.Number);
        var version = (await ReadAsync(citizen, receipt)).Version;
        await regencies.GetAsync<ReturnApplication, OfficerView>(TwoRegencies.Bukittinggi, new ReturnApplication(new DeskRequest(Officer, receipt.Number, version), "Nama fasilitas kurang jelas.", ["fasilitas"]));
        regencies.Clock.AdvanceTo(first.AddDays(3));
        await WalkAsync();
        Assert.DoesNotContain("undeclared", await TimelineAsync(citizen, receipt));

        await regencies.GetAsync<CorrectApplication, ApplicationView>(TwoRegencies.Bukittinggi,
            new CorrectApplication(citizen, receipt.Number, JsonSerializer.SerializeToElement(new { fasilitas = "Klinik Pratama Melati" }), []));

        // Three days later the registers are asked again on the way; the correction is kept all the same.
        Assert.Equal("submitted", (await ReadAsync(citizen, receipt)).Status);
        Assert.True(await DeclareByAsync(receipt.Number) > regencies.Clock.UtcNow);
        await regencies.GetAsync<WithdrawApplication, ApplicationView>(TwoRegencies.Bukittinggi, new WithdrawApplication(citizen.Sub, receipt.Number));
    }

    private Task WalkAsync() => regencies.VisitAsync(TwoRegencies.Bukittinggi, RegenciesServices.Tasks.GrantDue);

    private Task PushAsync() => regencies.VisitAsync(TwoRegencies.Bukittinggi, SendFigures.Kind);

    private async Task<int> AlarmsAsync(StaffMember staff) => (await regencies.GetAsync<CountAlarms, Alarms>(TwoRegencies.Bukittinggi, new CountAlarms(staff))).Undeclared;

    private async Task<int> MinistrySeesAsync()
    {
        await PushAsync();
        return (await regencies.GetAsync<GetRolloutRegency, RolloutRegencySheet>(TwoRegencies.Bukittinggi, new GetRolloutRegency(TwoRegencies.Bukittinggi))).Figures!.Undeclared;
    }

    private async Task<IReadOnlyList<InboxRow>> InboxAsync(string status) =>
        (await regencies.GetAsync<ReadInbox, Page<InboxRow>>(TwoRegencies.Bukittinggi, new ReadInbox(Officer, status, null, 50, null))).Items;

    private async Task<IEnumerable<string>> TimelineAsync(Applicant citizen, Receipt receipt) => (await ReadAsync(citizen, receipt)).Timeline.Select(t => t.Kind);

    private Task<ApplicationView> ReadAsync(Applicant citizen, Receipt receipt) =>
        regencies.GetAsync<ReadApplication, ApplicationView>(TwoRegencies.Bukittinggi, new ReadApplication(citizen.Sub, receipt.Number));

    private async Task<(Applicant Citizen, Receipt Receipt)> FileAsync(int position)
    {
        var nik = SyntheticPeople.NikOf("1375", position);
        var citizen = new Applicant($"sub-{nik}", nik, "Siti Anggraini Koto", "+6281200000001", "siti@warga.example");
        using var photo = new MemoryStream(SampleFiles.Png());
        var file = await regencies.GetAsync<UploadDocument, UploadedDocument>(TwoRegencies.Bukittinggi, new UploadDocument(citizen.Sub, photo, "foto"));
        var answers = SampleAnswers.Asked(SeedData.Service(Service), DateOnly.FromDateTime(regencies.Clock.UtcNow.AddHours(7)));
        answers["fasilitas"] = "Klinik Pratama Cempaka";
        var receipt = await regencies.GetAsync<SubmitApplication, Receipt>(
            TwoRegencies.Bukittinggi, new SubmitApplication(citizen, Guid.NewGuid().ToString("N"), Service, JsonSerializer.SerializeToElement(answers), [new GivenDocument("foto", file.Id)], null));
        return (citizen, receipt);
    }

    private async Task<DateTime> DeclareByAsync(string number)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        return (await db.Applications.AsNoTracking().SingleAsync(a => a.Number == number)).DeclareBy!.Value;
    }

    /// <summary>As if every register had answered but the one behind this requirement.</summary>
    private async Task OpenOnlyAsync(string number, string requirement)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        var application = await db.Applications.Include(a => a.Evidence).SingleAsync(a => a.Number == number);
        foreach (var item in application.Evidence) item.State = item.Requirement == requirement ? EvidenceState.Open : item.State == EvidenceState.Open ? EvidenceState.Confirmed : item.State;
        await db.SaveChangesAsync();
    }
}
