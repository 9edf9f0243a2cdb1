using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MppDigital.Benchmarks.Report;
using MppDigital.Benchmarks.Running;
using MppDigital.National.Residents.Consents;
using MppDigital.National.Residents.Facts;
using MppDigital.National.Residents.Wallet;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Testing;

namespace MppDigital.Benchmarks.Rows;

/// <summary>
/// What the vault adds to each page of a form: preparing the form for somebody whose vault holds twelve facts and papers and who agreed, against the
/// same form for somebody who acts under a mandate, whose vault nobody asks. Register answers are remembered in both.
/// </summary>
internal static class VaultRow
{
    private const double MostMilliseconds = 5;
    private const int Rounds = 500;
    private const int WarmUp = 300;
    private const string Service = "DPM-SIP-04";

    private static readonly RegencyCode Here = RegencyCode.Parse("13.75");

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Product product)
    {
        using var host = await FormRow.StartAsync(product.NewFolder());
        var nurse = new Applicant("bench-nurse", SyntheticPeople.NikOf("1375", 0), "Siti Anggraini Koto", "+6281200000001", "siti@warga.example");
        await FillAsync(host, nurse);
        var acting = nurse with { By = new ActedBy(Guid.Empty, "bench-acting", "Wakil") };
        var (with, without) = (new List<double>(), new List<double>());
        for (var i = 0; i < Rounds + WarmUp; i++)
        {
            var (a, b) = (await TimeAsync(host, nurse, papers: 1), await TimeAsync(host, acting, papers: 0));
            if (i < WarmUp) continue;
            with.Add(a);
            without.Add(b);
        }

        var added = P95(with) - P95(without);
        return
        [
            new Row("once-only prefill, what the vault adds to a form step, p95", Figures.Of(added, 2, "ms"), "<= 5 ms", added <= MostMilliseconds,
                $"with {Figures.Of(P95(with), 2, "ms")}, without {Figures.Of(P95(without), 2, "ms")}; medians {Figures.Of(with.Median(), 2, "ms")} and {Figures.Of(without.Median(), 2, "ms")}"),
        ];
    }

    private static async Task FillAsync(IHost host, Applicant nurse)
    {
        var now = DateTime.UtcNow;
        var facts = Enumerable.Range(0, 10).Select(i => new ProvenFact($"bench.fact{i}", "Data", "Data", JsonSerializer.SerializeToElement($"nilai {i}"), FactOrigin.Office, "DPMPTSP", now, DateOnly.FromDateTime(now).AddYears(1)));
        await AskAsync<KeepFacts, Done>(host, new KeepFacts(Here, nurse.Sub, nurse.Nik, "1375-26-000001", Service, [.. facts]));
        foreach (var (origin, fact) in new[] { (WalletOrigin.Issued, "mppd.license"), (WalletOrigin.Uploaded, "document.photo") })
        {
            var document = new ProvenDocument(Guid.CreateVersion7(), origin, fact, "Dokumen", "Document", "", "DPMPTSP", now, null);
            await AskAsync<KeepDocument, Done>(host, new KeepDocument(Here, nurse.Sub, nurse.Nik, "1375-26-000001", Service, document, SampleFiles.Png()));
        }

        await AskAsync<GiveConsent, ConsentReceipt>(host, new GiveConsent(nurse.Sub, nurse.Nik, Here, Service, "SIP Perawat", "Practice licence, nurse", ["document.photo"]));
    }

    private static async Task<double> TimeAsync(IHost host, Applicant who, int papers)
    {
        var start = Stopwatch.GetTimestamp();
        var form = await AskAsync<PrepareForm, PreparedForm>(host, new PrepareForm(who, Service));
        var spent = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return form.Reuse.Papers.Count == papers ? spent : throw new InvalidOperationException($"{form.Reuse.Papers.Count} papers instead of {papers}.");
    }

    private static double P95(List<double> values) => values.Order().ElementAt((int)(values.Count * 0.95));

    private static async Task<TResult> AskAsync<TInput, TResult>(IHost host, TInput input)
    {
        await using var scope = host.Services.GetRequiredService<IRegencyScopes>().For(Here);
        var outcome = await scope.ServiceProvider.GetRequiredService<IUseCase<TInput, TResult>>().HandleAsync(input, CancellationToken.None);
        return outcome.Succeeded ? outcome.Value : throw new InvalidOperationException(outcome.Problem.Code);
    }
}
