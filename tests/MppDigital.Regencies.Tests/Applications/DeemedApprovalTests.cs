using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform.Identification;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Documents;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;
using MppDigital.Testing;
using MppDigital.Testing.Databases;
using MppDigital.Testing.Readers;

namespace MppDigital.Regencies.Tests.Applications;

/// <summary>What the law grants when nobody decides (UU 30/2014 art. 53): seen by whoever looks first, written down once.</summary>
public sealed class DeemedApprovalTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private static readonly StaffMember Officer = new("officer-1", "Dedi Saputra Koto", [new OfficerSeat(OfficerRole.Officer, "DPMPTSP")]);

    [Fact]
    public async Task The_limit_ends_at_midnight_in_the_regency_and_not_a_moment_earlier()
    {
        var (citizen, receipt) = await FileAsync(0);
        var due = (await ReadAsync(citizen, receipt)).DueAt!.Value;
        Assert.Equal(TimeSpan.Zero, due.TimeOfDay);
        Assert.Equal(TimeSpan.FromHours(7), due.Offset);

        regencies.Clock.AdvanceTo(due.UtcDateTime.AddMilliseconds(-1));
        Assert.Equal("submitted", (await ReadAsync(citizen, receipt)).Status);
        regencies.Clock.AdvanceTo(due.UtcDateTime);
        var granted = await ReadAsync(citizen, receipt);

        Assert.Equal(("issued", true, due), (granted.Status, granted.Deemed, granted.DecidedAt!.Value));
        Assert.Equal(["submitted", "completed", "deemed", "issued"], granted.Timeline.Select(t => t.Kind));
        Assert.All(granted.Timeline.Skip(2), line => Assert.Equal(("law", due), (line.By, line.At)));
    }

    [ReadersFact]
    public async Task The_document_names_the_article_and_no_officer()
    {
        var (citizen, receipt) = await FileAsync(1);
        await PassAsync(citizen, receipt);

        var file = await regencies.GetAsync<ReadIssuedDocument, IssuedFile>(TwoRegencies.Bukittinggi, new ReadIssuedDocument(citizen.Sub, receipt.Number));
        using var folder = new TempDirectory();
        await File.WriteAllBytesAsync(folder["izin.pdf"], file.Content);
        var text = string.Join(' ', (await Poppler.TextOfAsync(folder["izin.pdf"])).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        Assert.Contains(SeedData.Service("DPM-SIP-04").ProcessingTime.DeemedApproval!.Basis, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Officer.Name, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Kepala", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_nightly_walk_writes_down_what_nobody_looked_at_and_a_second_walk_changes_nothing()
    {
        var (citizen, receipt) = await FileAsync(2);
        regencies.Clock.AdvanceTo((await ReadAsync(citizen, receipt)).DueAt!.Value.UtcDateTime.AddMinutes(5));

        await regencies.VisitAsync(TwoRegencies.Bukittinggi, RegenciesServices.Tasks.GrantDue);
        var once = await StoredAsync(receipt.Number);
        await regencies.VisitAsync(TwoRegencies.Bukittinggi, RegenciesServices.Tasks.GrantDue);
        await ReadAsync(citizen, receipt);

        Assert.Equal((ApplicationStatus.Issued, 1), (once.Status, once.Documents));
        Assert.Equal(once, await StoredAsync(receipt.Number));
    }

    [Fact]
    public async Task Readers_who_look_at_the_same_instant_grant_it_once()
    {
        var (citizen, receipt) = await FileAsync(3);
        regencies.Clock.AdvanceTo((await ReadAsync(citizen, receipt)).DueAt!.Value.UtcDateTime.AddHours(1));

        var seen = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ReadAsync(citizen, receipt)));

        Assert.All(seen, view => Assert.Equal("issued", view.Status));
        Assert.Equal(1, (await StoredAsync(receipt.Number)).Documents);
    }

    [Fact]
    public async Task An_officer_who_comes_after_the_limit_learns_that_the_law_has_decided()
    {
        var (citizen, receipt) = await FileAsync(10);
        var due = (await ReadAsync(citizen, receipt)).DueAt!.Value;
        var version = (await ReadAsync(citizen, receipt)).Version;
        regencies.Clock.AdvanceTo(due.UtcDateTime.AddSeconds(1));

        var late = await regencies.RunAsync<ClaimApplication, OfficerView>(TwoRegencies.Bukittinggi, new ClaimApplication(new DeskRequest(Officer, receipt.Number, version)));

        Assert.Equal("granted-by-law", late.Problem?.Code);
        Assert.True((await ReadAsync(citizen, receipt)).Deemed);
    }

    private async Task PassAsync(Applicant citizen, Receipt receipt)
    {
        regencies.Clock.AdvanceTo((await ReadAsync(citizen, receipt)).DueAt!.Value.UtcDateTime);
        Assert.True((await ReadAsync(citizen, receipt)).Deemed);
    }

    private async Task<(Applicant Citizen, Receipt Receipt)> FileAsync(int position)
    {
        var nik = SyntheticPeople.NikOf("1375", position);
        var citizen = new Applicant($"sub-{nik}", nik, "Siti Anggraini Koto", "+6281200000001", "siti@warga.example");
        using var photo = new MemoryStream(SampleFiles.Png());
        var file = await regencies.GetAsync<UploadDocument, UploadedDocument>(TwoRegencies.Bukittinggi, new UploadDocument(citizen.Sub, photo, "foto"));
        var answers = SampleAnswers.Asked(SeedData.Service("DPM-SIP-04"), DateOnly.FromDateTime(regencies.Clock.UtcNow.AddHours(7)));
        answers["fasilitas"] = "Klinik Pratama Cempaka";
        var receipt = await regencies.GetAsync<SubmitApplication, Receipt>(
            TwoRegencies.Bukittinggi, new SubmitApplication(citizen, Guid.NewGuid().ToString("N"), "DPM-SIP-04", JsonSerializer.SerializeToElement(answers), [new GivenDocument("foto", file.Id)], null));
        Assert.NotNull(receipt.DueOn);
        return (citizen, receipt);
    }

    private Task<ApplicationView> ReadAsync(Applicant citizen, Receipt receipt) =>
        regencies.GetAsync<ReadApplication, ApplicationView>(TwoRegencies.Bukittinggi, new ReadApplication(citizen.Sub, receipt.Number));

    private async Task<Stored> StoredAsync(string number)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
        var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Number == number);
        var figures = await db.Figures.AsNoTracking().SingleAsync();
        return new Stored(application.Status, application.Version, await db.IssuedDocuments.CountAsync(d => d.ApplicationId == application.Id), await db.Outbox.CountAsync(), figures.Deemed, figures.Issued, figures.Sequence);
    }

    private sealed record Stored(ApplicationStatus Status, long Version, int Documents, int Outbox, long Deemed, long Issued, long Sequence);
}
