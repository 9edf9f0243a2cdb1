using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Identification;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Documents;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Tests.Applications.Workflow;
using MppDigital.Testing;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Applications.Crash;

/// <summary>
/// A process that is killed at each write and around the commit of filing and of deciding with issuing. Another process then finds all of it or
/// nothing, the same call once more does it exactly once, and no number is missing or given twice.
/// </summary>
public sealed class CrashTests(TwoRegencies regencies) : IClassFixture<TwoRegencies>
{
    private const string Service = "DPM-SIP-04";
    private const int MostMoments = 80;

    private readonly Desk desk = new(regencies);

    [Fact]
    public async Task Filing_happens_whole_or_not_at_all()
    {
        var moments = 0;
        using var probes = new Probes(regencies);
        for (var done = false; !done; moments++)
        {
            Assert.True(moments < MostMoments, "The probe is killed at every moment and never comes to its end.");
            var request = await RequestAsync($"filer-{moments}");
            done = await probes.RunAsync(moments + 1, "submit", JsonSerializer.Serialize(request)) == 0;

            var before = await FiledByAsync(request.Applicant.Sub);
            Assert.InRange(before.Count, done ? 1 : 0, 1);
            Assert.All(before, a => Assert.Equal((1, true, true), (a.Events.Count(e => e.Kind == "submitted"), a.Events.Any(e => e.Kind == "completed") == a.CompleteAt is not null, a.Evidence.Count > 0)));
            var receipt = await regencies.GetAsync<SubmitApplication, Receipt>(TwoRegencies.Bukittinggi, request);
            Assert.Equal([receipt.Number], (await FiledByAsync(request.Applicant.Sub)).Select(a => a.Number));
            if (before.Count == 1) Assert.Equal(before[0].Number, receipt.Number);
        }

        // Too few moments would mean that the probe dies before it writes, or that its writes are not seen.
        Assert.InRange(moments, 6, MostMoments);
        await NumbersAreWholeAsync();
    }

    [Fact]
    public async Task Deciding_and_issuing_happen_whole_or_not_at_all()
    {
        await desk.OpenAsync();
        var moments = 0;
        using var probes = new Probes(regencies);
        for (var done = false; !done; moments++)
        {
            Assert.True(moments < MostMoments, "The probe is killed at every moment and never comes to its end.");
            var number = await desk.FileAsync();
            await desk.DoAsync(number, d => new ClaimApplication(d), desk.Officer);
            await desk.DoAsync(number, d => new VerifyApplication(d), desk.Officer);
            await desk.DoAsync(number, d => new RecommendApplication(d, RecommendApplication.InFavour, StageReport.Empty), desk.Health);
            done = await probes.RunAsync(moments + 1, "approve", number, (await desk.FindAsync(number)).Version.ToString(CultureInfo.InvariantCulture)) == 0;

            var before = await IssuedAsync(number);
            Assert.Equal(before.Documents, before.Application.Status == ApplicationStatus.Issued ? 1 : 0);
            Assert.Equal(before.Documents, before.Announced);
            Assert.True(!done || before.Documents == 1);
            var again = await desk.TryAsync(number, d => new ApproveApplication(d), desk.Head);
            Assert.Equal(before.Documents == 1 ? "illegal-transition" : null, again.Problem?.Code);
            var after = await IssuedAsync(number);
            Assert.Equal((1, 1, 1), (after.Documents, after.Announced, after.Application.Events.Count(e => e.Kind == "issued")));
        }

        Assert.InRange(moments, 6, MostMoments);
        await NumbersAreWholeAsync();
    }

    private async Task<SubmitApplication> RequestAsync(string sub)
    {
        var citizen = new Applicant(sub, SyntheticPeople.NikOf("1375", 0), "Siti Anggraini Koto", "+6281200000001", "siti@warga.example");
        using var photo = new MemoryStream(SampleFiles.Png());
        var file = await regencies.GetAsync<UploadDocument, UploadedDocument>(TwoRegencies.Bukittinggi, new UploadDocument(sub, photo, "foto"));
        var answers = SampleAnswers.Asked(SeedData.Service(Service), DateOnly.FromDateTime(regencies.Clock.UtcNow.AddHours(7)));
        answers["fasilitas"] = "Klinik Pratama Cempaka";
        return new SubmitApplication(citizen, $"crash-{sub}-key", Service, JsonSerializer.SerializeToElement(answers), [new GivenDocument("foto", file.Id)], null);
    }

    private async Task<List<Application>> FiledByAsync(string sub)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await OpenAsync(scope);
        return await db.Applications.AsNoTracking().Include(a => a.Events).Include(a => a.Evidence).AsSplitQuery().Where(a => a.Sub == sub).ToListAsync();
    }

    private async Task<(Application Application, int Documents, int Announced)> IssuedAsync(string number)
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await OpenAsync(scope);
        var application = (await ApplicationDesk.LoadAsync(db, number, CancellationToken.None))!;
        var documents = await db.IssuedDocuments.AsNoTracking().Where(d => d.ApplicationId == application.Id).ToListAsync();
        var ids = documents.Select(d => d.Id.ToString()).ToList();
        var rows = await db.Outbox.AsNoTracking().Where(o => o.Kind == RegisterDocument.Kind).Select(o => o.Payload).ToListAsync();
        return (application, documents.Count, rows.Count(r => ids.Any(r.Contains)));
    }

    /// <summary>Applications and documents are numbered from one on, each once; the chain of the audit is whole.</summary>
    private async Task NumbersAreWholeAsync()
    {
        await using var scope = regencies.Enter(TwoRegencies.Bukittinggi);
        await using var db = await OpenAsync(scope);
        var applications = (await db.Applications.AsNoTracking().Select(a => a.Number).ToListAsync()).Select(n => int.Parse(n.Split('-')[^1], CultureInfo.InvariantCulture)).Order().ToList();
        Assert.Equal(Enumerable.Range(1, applications.Count), applications);
        var documents = (await db.IssuedDocuments.AsNoTracking().Select(d => d.Number).ToListAsync()).Select(n => int.Parse(n.Split('/')[^1], CultureInfo.InvariantCulture)).Order().ToList();
        Assert.Equal(Enumerable.Range(1, documents.Count), documents);
        Assert.Null(await AuditTrail.FirstBrokenAsync(db, CancellationToken.None));
    }

    private static Task<RegencyDbContext> OpenAsync(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<IDbContextFactory<RegencyDbContext>>().CreateDbContextAsync();
}
