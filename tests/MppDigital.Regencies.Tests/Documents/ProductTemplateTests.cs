using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MppDigital.Regencies.Documents.Pdf;
using MppDigital.Testing;
using MppDigital.Testing.Databases;
using MppDigital.Testing.Readers;

namespace MppDigital.Regencies.Tests.Documents;

/// <summary>What the templates of the seed print, and what a template may never print.</summary>
public sealed class ProductTemplateTests
{
    private static readonly string[] Templated =
    [
        .. Enumerable.Range(1, 10).Select(i => $"DPM-SIP-{i:00}"), "DPM-SIP-90", "DPM-RKL-01", "DPM-SKP-01", "DPM-PAUD-01", "NAK-AK1-01", "SOS-DTS-01",
        "DKC-AKC-01", "DKC-AKL-01", "DKC-AKM-01", "DKC-AKP-01", "DKC-KIA-01", "DKC-KK-01", "DKC-KK-02", "DKC-KK-03", "DKC-KTP-01", "DKC-KTP-02", "DKC-PND-01", "DKC-PND-02",
    ];

    public static TheoryData<string> Services => [.. SeedData.Services.Select(s => s.Code)];

    [Theory]
    [MemberData(nameof(Services))]
    public void Leaves_no_placeholder_unfilled_and_no_identity_number_whole(string code)
    {
        var service = SeedData.Service(code);
        // Everything that can be answered, also what only some applicants are asked.
        var answers = new JsonObject(service.FormFields.Select(f => KeyValuePair.Create<string, JsonNode?>(f.Name, SampleAnswers.ValueFor(f, new DateOnly(2026, 11, 3)))));

        var content = Printed.Of(service, answers);

        Assert.Equal(Templated.Contains(code), service.Product.Template is not null);
        var texts = TextsOf(content).ToList();
        Assert.All(texts, text => Assert.DoesNotMatch(@"[{}]|(?<![0-9])[0-9]{16}(?![0-9])", text));
        Assert.All(texts, text => Assert.False(string.IsNullOrWhiteSpace(text)));
        if (service.Product.Template is not { } written) return;
        Assert.Equal(written.Decision.Count, content.Decision.Count);
        Assert.Equal(written.Conditions.Count, content.Conditions.Count);
        Assert.Equal(written.Closing is null, content.Closing is null);
        Assert.All(written.Rows, row => Assert.Contains(content.Rows, r => r.Label == row.LabelId || Regex.IsMatch(r.Label, $@"^{Regex.Escape(row.LabelId)} \d+$")));
    }

    [Fact]
    public void Says_what_a_nurse_may_do_where_and_when()
    {
        var service = SeedData.Service("DPM-SIP-04");
        var answers = Printed.Answers("DPM-SIP-04");
        answers["jadwal_praktik"] = new JsonArray([.. ((string[])["mon", "tue", "wed", "thu", "fri"]).Select(Hours), Hours("sun")]);

        var content = Printed.Of(service, answers);

        Assert.Equal("Pemegang izin ini berwenang menjalankan praktik sebagai Perawat (ners) di tempat serta pada hari dan jam yang tertulis di bawah ini.", Assert.Single(content.Decision));
        Assert.Equal("Senin sampai Jumat, Minggu 08.00–14.00", content.Rows.Single(r => r.Label == "Hari dan jam praktik").Value);
        Assert.Equal("RSUD Bukittinggi, Jl. Sudirman No. 5, RT 001 RW 002, Aur Kuning, Aur Birugo Tigo Baleh, Kota Bukittinggi 26132", content.Rows.Single(r => r.Label == "Tempat praktik").Value);
        Assert.Equal("1375••••••••••91", content.Rows.Single(r => r.Label == "NIK").Value);
        Assert.Equal(new DateOnly(2031, 11, 3), content.ValidUntil);
        Assert.Equal("Kepala Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu Kota Bukittinggi", Assert.IsType<DocumentSeal.SignedBy>(content.Seal).Role);
        // A first licence renews nothing: the row is left out, and nothing stands in its place.
        Assert.DoesNotContain(content.Rows, r => r.Label == "Perpanjangan dari SIP");
    }

    [Fact]
    public void Says_dates_places_measures_and_people_as_a_citizen_reads_them()
    {
        var advert = Printed.Of(SeedData.Service("DPM-RKL-01"), Printed.Answers("DPM-RKL-01"));
        var answers = Printed.Answers("DPM-SKP-01");
        var research = Printed.Of(SeedData.Service("DPM-SKP-01"), answers);

        Assert.Equal("0,305° LS, 100,369° BT", advert.Rows.Single(r => r.Label == "Titik lokasi").Value);
        Assert.Equal("120,5 m × 120,5 m (14.520,25 m²)", advert.Rows.Single(r => r.Label == "Ukuran").Value);
        Assert.Equal(new DateOnly(2026, 10, 5), advert.ValidUntil);
        Assert.Equal("13.75.01 (Kota Bukittinggi) dan 13.75.02 (Kota Bukittinggi)", research.Rows.Single(r => r.Label == "Lokasi penelitian").Value);
        Assert.Equal(["Anggota tim 1", "Anggota tim 2"], research.Rows.Select(r => r.Label).Where(l => l.StartsWith("Anggota", StringComparison.Ordinal)));
        answers["tim"]!.AsArray().RemoveAt(1);
        Assert.Contains(Printed.Of(SeedData.Service("DPM-SKP-01"), answers).Rows, r => r.Label == "Anggota tim");
    }

    [ReadersTheory]
    [InlineData("DPM-SIP-04")]
    [InlineData("DPM-RKL-01")]
    [InlineData("DPM-SKP-01")]
    [InlineData("DPM-PAUD-01")]
    public async Task Fits_on_one_page_and_reads_out_what_the_holder_must_keep_to(string code)
    {
        var content = Printed.Of(SeedData.Service(code), Printed.Answers(code));
        using var folder = new TempDirectory();
        var pdf = Path.Combine(folder.Path, $"{code}.pdf");
        await File.WriteAllBytesAsync(pdf, IssuedDocumentLayout.Lay(content).ToArray());

        Assert.Matches(@"Pages:\s+1\b", await Poppler.InfoOfAsync(pdf));
        var text = Flat(await Poppler.TextOfAsync(pdf));
        Assert.All(content.Decision.Concat(content.Conditions), sentence => Assert.Contains(Flat(sentence), text, StringComparison.Ordinal));
        Assert.Matches(@"H2[^\n]*\n\s+""Ketentuan""[\s\S]*LI[^\n]*\n\s+Lbl[\s\S]*LBody", await Poppler.StructureOfAsync(pdf));
    }

    [Fact]
    public void Names_on_paper_whom_the_document_is_about()
    {
        Assert.Equal("Aisyah Rahmadani", Printed.Of(SeedData.Service("DKC-AKL-01"), Printed.Answers("DKC-AKL-01")).Holder);
        Assert.Equal("Pejabat Pencatatan Sipil Kota Bukittinggi", Assert.IsType<DocumentSeal.SignedBy>(Printed.Of(SeedData.Service("DKC-AKL-01"), Printed.Answers("DKC-AKL-01")).Seal).Role);
        // Officers decide on the taxpayer's card; without a template nothing else would say so.
        Assert.StartsWith("Petugas BAPENDA", Assert.IsType<DocumentSeal.SignedBy>(Printed.Of(SeedData.Service("BPD-NPW-01"), Printed.Answers("BPD-NPW-01")).Seal).Role, StringComparison.Ordinal);
    }

    [Fact]
    public void Gives_what_the_law_granted_no_official()
    {
        var template = Printed.Template(SeedData.Service("DPM-SIP-04"), Printed.Answers("DPM-SIP-04"));
        var deemed = Printed.Of(SeedData.Service("DPM-SIP-04"), Printed.Answers("DPM-SIP-04")) with { Seal = new DocumentSeal.DeemedApproval("Pasal 53 UU 30/2014") };

        Assert.IsType<DocumentSeal.DeemedApproval>(template.On(deemed).Seal);
        Assert.All(TextsOf(template.On(deemed)), text => Assert.DoesNotContain("Kepala", text, StringComparison.Ordinal));
    }

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static JsonObject Hours(string day) => new() { ["day"] = day, ["from"] = "08:00", ["to"] = "14:00" };

    private static IEnumerable<string> TextsOf(IssuedDocumentContent content) =>
    [
        content.Title, content.Opening, content.Holder, .. content.Decision, .. content.Rows.SelectMany(r => (string[])[r.Label, r.Value]), .. content.Conditions, content.Closing ?? "-",
        content.Seal is DocumentSeal.SignedBy signed ? signed.Role : "-",
    ];
}
