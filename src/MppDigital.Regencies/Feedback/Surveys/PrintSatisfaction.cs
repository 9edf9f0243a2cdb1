using System.Globalization;
using MppDigital.National.Catalog;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Documents.Pdf;

namespace MppDigital.Regencies.Feedback.Surveys;

/// <summary>The publication of the survey on paper: what the page shows, in Indonesian, for the notice board and the ministry's file.</summary>
/// <param name="Period">As in <see cref="ReadSatisfaction"/>.</param>
public sealed record PrintSatisfaction(string? Period);

/// <param name="FileName">Ends in <c>.pdf</c>.</param>
public sealed record PrintedSatisfaction(byte[] Content, string FileName);

internal sealed class PrintSatisfactionHandler(IUseCase<ReadSatisfaction, SatisfactionView> read, IServiceCatalog catalog, CurrentRegency current) : IUseCase<PrintSatisfaction, PrintedSatisfaction>
{
    private static readonly PdfColor Ink = PdfColor.Parse("#131c2e");
    private static readonly PdfColor Quiet = PdfColor.Parse("#465167");
    private static readonly PdfColor Hairline = PdfColor.Parse("#d5dbe5");
    private static readonly PdfColor Accent = PdfColor.Parse("#203469");

    private static readonly TextStyle Title = new(PdfFont.Bold, 22, 28, Ink, -.2);
    private static readonly TextStyle Heading = new(PdfFont.Bold, 12, 18, Accent);
    private static readonly TextStyle Body = new(PdfFont.Regular, 10.5, 15.5, Ink);
    private static readonly TextStyle Small = new(PdfFont.Regular, 9, 13.5, Quiet);
    private static readonly TextStyle Label = new(PdfFont.Regular, 10, 15, Quiet);
    private static readonly TextStyle Value = new(PdfFont.Regular, 10.5, 15, Ink);
    private static readonly TextStyle Figure = new(PdfFont.Bold, 40, 50, Accent);

    private static readonly NumberFormatInfo Indonesian = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    public async Task<Outcome<PrintedSatisfaction>> HandleAsync(PrintSatisfaction input, CancellationToken ct)
    {
        var found = await read.HandleAsync(new ReadSatisfaction(input.Period), ct);
        if (!found.Succeeded) return found.Problem;
        return new PrintedSatisfaction(Lay(found.Value).ToArray(), $"skm-{current.Value.Slug}-{found.Value.Period}.pdf");
    }

    internal static string InWords(SatisfactionLine line) => line switch
    {
        { Figures: { } f } => string.Format(Indonesian, "{0:N2}, mutu {1} ({2}), {3:N0} responden", f.Index, f.Grade, ElementNames.OfGrade(f.Grade).ToLowerInvariant(), f.Respondents),
        { State: "few" } => "tidak ditampilkan, respondennya terlalu sedikit",
        _ => "belum ada jawaban",
    };

    private PdfDocument Lay(SatisfactionView view)
    {
        var period = SurveyPeriod.Parse(view.Period);
        var name = current.Value.Name;
        var document = new PdfDocument(new PdfDocumentDetails($"Survei Kepuasan Masyarakat {name}, {ElementNames.OfPeriod(period)}", $"Pemerintah {name}", "Survei Kepuasan Masyarakat", "id-ID", view.AsOf.UtcDateTime));
        var (flow, root) = (new PageFlow(document, .8), document.Root);
        flow.Page.Decorate(() => flow.Page.Fill(0, 0, PdfPage.Width, 9, Accent));
        flow.Paragraph(root.Add("P"), $"Pemerintah {name}", Heading);
        flow.Space(18);
        flow.Paragraph(root.Add("H1"), "Survei Kepuasan Masyarakat", Title);
        flow.Paragraph(root.Add("P"), $"{ElementNames.OfPeriod(period)}, menurut Permen PANRB 14/2017. Keadaan {IndonesianDate.Of(view.AsOf.UtcDateTime, current.Value.Zone, current.Value.ZoneAbbreviation)}.", Small);
        flow.Space(14);
        if (view.Total.Figures is { } total)
        {
            flow.Paragraph(root.Add("P"), total.Index.ToString("N2", Indonesian), Figure);
            flow.Paragraph(root.Add("P"), $"Mutu pelayanan {total.Grade}, {ElementNames.OfGrade(total.Grade).ToLowerInvariant()}. {Sample(view, total)}", Body);
            flow.Space(14);
            Table(flow, root, "Nilai sembilan unsur, 1 sampai 4", total.Elements.Select(e => (ElementNames.Indonesian(e.Key), e.Value.ToString("N2", Indonesian))));
        }
        else
        {
            flow.Paragraph(root.Add("P"), $"Indeks: {InWords(view.Total)}.", Body);
        }

        Table(flow, root, "Dalam periode ini", view.Within.Select(l => (ElementNames.OfPeriod(SurveyPeriod.Parse(l.Period)), InWords(l))));
        Table(flow, root, "Menurut instansi", view.Agencies.Select(l => (AgencyName(l.Agency), InWords(l))));
        Table(flow, root, "Menurut layanan", view.Services.Select(l => (catalog.Find(l.Service)?.Definition.NameId ?? l.Service, InWords(l))));
        Table(flow, root, "Yang kami perbaiki", view.Improvements.Select(t => ($"{ElementNames.Indonesian(t.Element)} ({t.Period})", t.Done.Length > 0 ? t.Done : $"Dikerjakan, selesai paling lambat {IndonesianDate.Of(t.DueOn)}")));
        flow.Space(10);
        flow.Paragraph(root.Add("P"), "Jawaban disimpan terpisah dari permohonan dan pemohon. Angka dari kurang dari lima orang tidak ditampilkan, begitu pula angka lain yang dapat mengungkapnya.", Small);
        return document;
    }

    private static string Sample(SatisfactionView view, SatisfactionFigures total) => view switch
    {
        { Acts: { } acts, MinimumSample: { } sample, Reached: { } reached } =>
            string.Format(Indonesian, "{0:N0} orang menjawab dari {1:N0} pelayanan selesai; sampel minimum {2:N0}, {3}.", total.Respondents, acts, sample, reached ? "tercapai" : "belum tercapai"),
        _ => "",
    };

    private string AgencyName(string code) => catalog.Published.FirstOrDefault(s => s.Definition.Agency.Code == code)?.Definition.Agency.Name ?? code;

    private static void Table(PageFlow flow, StructureElement root, string title, IEnumerable<(string Label, string Text)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0) return;
        flow.Space(14);
        flow.Keep(60);
        flow.Paragraph(root.Add("H2"), title, Heading);
        var table = root.Add("Table");
        foreach (var (label, text) in all) flow.Row(table, label, text, Label, Value, Hairline);
    }
}
