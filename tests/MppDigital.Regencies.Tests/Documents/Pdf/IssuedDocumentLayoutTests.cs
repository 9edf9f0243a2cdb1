using MppDigital.Regencies.Documents.Pdf;
using MppDigital.Testing.Readers;

namespace MppDigital.Regencies.Tests.Documents.Pdf;

public sealed class IssuedDocumentLayoutTests : IDisposable
{
    private const string Address = "https://mpp.go.id/v/7KQ2-M9XA-4TRD-08WN";

    private static readonly IssuedDocumentContent Licence = new()
    {
        Government = "Pemerintah Kota Bukittinggi",
        Agency = "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
        Title = "Surat Izin Praktik (SIP) Perawat",
        Number = "1375/SIP-P/2026/00219",
        Holder = "Dian Safitri",
        Rows =
        [
            new("NIK", "1375••••••••••91"),
            new("Profesi", "Perawat"),
            new("Nomor STR", "SY0123456789"),
            new("Tempat praktik", "Klinik Pratama Sianok, Kota Bukittinggi"),
            new("Alamat praktik", "Jl. Panorama No. 14, Kelurahan Kayu Kubu, Kecamatan Guguk Panjang, Kota Bukittinggi, Sumatera Barat 26111"),
            new("Hari dan jam praktik", "Senin sampai Jumat, 08.00–15.00 WIB"),
        ],
        IssuedAt = new DateTime(2026, 11, 3, 3, 42, 0, DateTimeKind.Utc),
        ValidUntil = new DateOnly(2031, 11, 2),
        LegalBasis = ["UU 17/2023 tentang Kesehatan", "PP 28/2024", "SE Menkes HK.02.01/MENKES/1911/2023", "SKB 5 menteri 9 September 2025 (MPPDN)"],
        Seal = new DocumentSeal.SignedBy("Rahmat Hidayat Chaniago, S.Sos., M.Si.", "Kepala DPMPTSP Kota Bukittinggi"),
        VerificationAddress = new Uri(Address),
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"),
        ZoneAbbreviation = "WIB",
    };

    private readonly string folder = Directory.CreateTempSubdirectory("mpp-pdf-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [ReadersFact]
    public async Task Prints_everything_in_the_order_in_which_it_is_checked()
    {
        var text = await Poppler.TextOfAsync(Save(Licence));

        AssertInOrder(
            text,
            "Pemerintah Kota Bukittinggi", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "Surat Izin Praktik (SIP) Perawat", "Nomor 1375/SIP-P/2026/00219", "Dian Safitri",
            "1375••••••••••91", "Klinik Pratama Sianok, Kota Bukittinggi", "08.00–15.00 WIB", "Diterbitkan", "Selasa, 3 November 2026, 10.42 WIB", "Berlaku sampai", "2 November 2031",
            "Dasar hukum", "UU 17/2023 tentang Kesehatan", "Ditandatangani secara elektronik oleh", "Rahmat Hidayat Chaniago, S.Sos., M.Si.", "Kepala DPMPTSP Kota Bukittinggi", Address);
    }

    [ReadersFact]
    public async Task Is_tagged_titled_and_dated()
    {
        var pdf = Save(Licence);

        var info = await Poppler.InfoOfAsync(pdf);
        var metadata = await Poppler.MetadataOfAsync(pdf);

        Assert.Matches(@"Title:\s+Surat Izin Praktik \(SIP\) Perawat - 1375/SIP-P/2026/00219", info);
        Assert.Matches(@"Tagged:\s+yes", info);
        Assert.Matches(@"Page size:\s+595.28 x 841.89 pts \(A4\)", info);
        Assert.Matches(@"PDF version:\s+1.7", info);
        Assert.Matches(@"JavaScript:\s+no", info);
        Assert.Contains("<dc:language><rdf:Bag><rdf:li>id-ID</rdf:li>", metadata, StringComparison.Ordinal);
        Assert.Contains("<xmp:CreateDate>2026-11-03T03:42:00Z</xmp:CreateDate>", metadata, StringComparison.Ordinal);
        Assert.Contains("/Lang (id-ID)", System.Text.Encoding.Latin1.GetString(IssuedDocumentLayout.Lay(Licence).ToArray()), StringComparison.Ordinal);
    }

    [ReadersFact]
    public async Task Is_read_out_as_heading_table_list_figure_and_link()
    {
        var structure = await Poppler.StructureOfAsync(Save(Licence));

        AssertInOrder(structure, "Document", "H1", "Surat Izin Praktik (SIP) Perawat", "Table", "TR", "TH", "Tempat praktik", "TD", "Klinik Pratama Sianok", "H2", "Dasar hukum", "LBody", "Figure", "Link", Address);
        Assert.DoesNotContain("Halaman 1", structure, StringComparison.Ordinal);
    }

    [ReadersTheory]
    [InlineData(72)]
    [InlineData(150)]
    public async Task Carries_a_qr_code_that_a_camera_reads_as_the_address(int dotsPerInch) =>
        Assert.Equal(Address, await Poppler.QrOnAsync(Save(Licence), 1, dotsPerInch));

    [ReadersFact]
    public async Task Opens_the_address_on_a_click() => Assert.Contains(Address, await Poppler.LinksOfAsync(Save(Licence)), StringComparison.Ordinal);

    [ReadersFact]
    public async Task Names_the_article_and_no_officer_when_the_limit_passed()
    {
        var deemed = Licence with { Seal = new DocumentSeal.DeemedApproval("Pasal 53 UU 30/2014 sebagaimana diubah terakhir dengan UU 6/2023") };

        var text = string.Join(' ', (await Poppler.TextOfAsync(Save(deemed))).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        Assert.Contains("Terbit otomatis", text, StringComparison.Ordinal);
        Assert.Contains("dianggap dikabulkan menurut Pasal 53 UU 30/2014", text, StringComparison.Ordinal);
        Assert.Contains("tanpa tanda tangan pejabat", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ditandatangani", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Rahmat", text, StringComparison.Ordinal);
    }

    [ReadersTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Fits_on_one_page_with_all_that_a_nurse_answers(bool deemed)
    {
        var usual = Licence with
        {
            Holder = "Lestari Rahmawati Rumbiak Chaniago",
            Rows =
            [
                new("NIK", "1375••••••••••93"),
                new("Alamat sesuai KTP-el", "Jl. Kenanga No. 177, RT 002 RW 002, Kelurahan Kayu Kubu, Kecamatan Guguk Panjang"),
                new("Nomor STR", "SY0897047579"),
                new("Profesi/spesialisasi", "Perawat (ners)"),
                new("Fasilitas/tempat praktik", "Rumah Sakit Umum Harapan Sehat"),
                new("Alamat praktik", "Jl. Panorama No. 14, Kelurahan Kayu Kubu, Kecamatan Guguk Panjang, Kota Bukittinggi, Sumatera Barat 26111"),
                new("Hari dan jam praktik", "Senin 08.00–14.00; Selasa 08.00–14.00; Rabu 08.00–14.00; Kamis 08.00–14.00; Jumat 08.00–11.30; Sabtu 08.00–12.00"),
                new("SIP ke-", "1"),
                new("Nomor permohonan", "1375-26-000001"),
            ],
            Seal = deemed ? new DocumentSeal.DeemedApproval("Pasal 53 UU 30/2014 sebagaimana diubah terakhir dengan UU 6/2023") : Licence.Seal,
        };

        Assert.Matches(@"Pages:\s+1\b", await Poppler.InfoOfAsync(Save(usual)));
    }

    [ReadersFact]
    public async Task Turns_the_page_and_keeps_authority_and_code_together()
    {
        var rows = Enumerable.Range(1, 36).Select(i => new DocumentRow($"Alat {i}", $"Peralatan nomor {i} dengan keterangan yang cukup panjang sehingga baris ini harus dipatahkan menjadi dua")).ToList();
        var pdf = Save(Licence with { Rows = rows });

        var text = await Poppler.TextOfAsync(pdf);
        var pages = text.TrimEnd('\f').Split('\f');

        Assert.Equal(3, pages.Length);
        Assert.All(rows, row => Assert.Single(pages, page => page.Contains($"{row.Label} ", StringComparison.Ordinal)));
        Assert.Contains("Halaman 2 dari 3", pages[1], StringComparison.Ordinal);
        Assert.Contains("Ditandatangani secara elektronik oleh", pages[2], StringComparison.Ordinal);
        Assert.Equal(Address, await Poppler.QrOnAsync(pdf, 3, 100));
    }

    [ReadersFact]
    public async Task Breaks_a_value_that_is_longer_than_a_page_without_losing_a_word()
    {
        var words = Enumerable.Range(1, 1500).Select(i => $"kata{i}").ToList();

        var text = await Poppler.TextOfAsync(Save(Licence with { Rows = [new("Isi", string.Join(' ', words))] }));

        var printed = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        Assert.All(words, word => Assert.Contains(word, printed));
    }

    [ReadersTheory]
    [InlineData("O'Brien (Jr.) \\ & <i>", "O'Brien (Jr.) \\ & <i>")]
    [InlineData("José Müller-Ñuñez", "José Müller-Ñuñez")]
    [InlineData("Ḥasan Ṣāliḥ", "Hasan Salih")]
    [InlineData("Nama 汉 😀 akhir", "Nama ? ? akhir")]
    [InlineData("Baris\u0007\u001bpalsu", "Baris??palsu")]
    public async Task Prints_names_with_any_character_and_lets_none_break_the_file(string holder, string printed)
    {
        var pdf = Save(Licence with { Holder = holder, Title = $"Izin {holder}" });

        Assert.Contains(printed, await Poppler.TextOfAsync(pdf), StringComparison.Ordinal);
        await Poppler.InfoOfAsync(pdf);
        await Poppler.MetadataOfAsync(pdf);
    }

    [Fact]
    public void Gives_the_same_bytes_for_the_same_document_and_others_for_another()
    {
        Assert.Equal(IssuedDocumentLayout.Lay(Licence).ToArray(), IssuedDocumentLayout.Lay(Licence with { }).ToArray());
        Assert.NotEqual(IssuedDocumentLayout.Lay(Licence).ToArray(), IssuedDocumentLayout.Lay(Licence with { IssuedAt = Licence.IssuedAt.AddMinutes(1) }).ToArray());
    }

    [ReadersFact]
    public async Task Dates_by_the_zone_of_the_regency()
    {
        var east = Licence with { IssuedAt = new DateTime(2026, 11, 3, 15, 30, 0, DateTimeKind.Utc), Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jayapura"), ZoneAbbreviation = "WIT", ValidUntil = null };

        var text = await Poppler.TextOfAsync(Save(east));

        Assert.Contains("Rabu, 4 November 2026, 00.30 WIT", text, StringComparison.Ordinal);
        Assert.Contains("Tanpa batas waktu", text, StringComparison.Ordinal);
    }

    private static void AssertInOrder(string text, params string[] parts)
    {
        var at = 0;
        foreach (var part in parts)
        {
            var found = text.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{part}' is missing after position {at} in:\n{text}");
            at = found + part.Length;
        }
    }

    private string Save(IssuedDocumentContent content)
    {
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(path, IssuedDocumentLayout.Lay(content).ToArray());
        return path;
    }
}
