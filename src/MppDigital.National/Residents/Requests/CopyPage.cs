using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.Platform.Calendar;

namespace MppDigital.National.Residents.Requests;

/// <summary>The copy as a page: the same tree as the JSON, with headings in Indonesian. It stands alone: no script, no picture, no address of ours.</summary>
internal static class CopyPage
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["account"] = "Akun",
        ["facts"] = "Data yang tersimpan",
        ["wallet"] = "Dompet dokumen",
        ["consents"] = "Persetujuan",
        ["looks"] = "Siapa yang melihat data Anda",
        ["mandates"] = "Kuasa",
        ["requests"] = "Permintaan data",
        ["regencies"] = "Daerah",
        ["unreachable"] = "Sedang tidak terjangkau: minta salinan lagi nanti",
        ["applications"] = "Permohonan",
        ["drafts"] = "Draf",
        ["uploads"] = "Berkas yang diunggah",
        ["documents"] = "Dokumen terbit",
        ["payments"] = "Pembayaran",
        ["access"] = "Catatan akses petugas",
        ["name"] = "Nama",
        ["nik"] = "NIK",
        ["phone"] = "Nomor HP",
        ["email"] = "E-mail",
        ["birthDate"] = "Tanggal lahir",
        ["number"] = "Nomor",
        ["service"] = "Layanan",
        ["status"] = "Status",
        ["state"] = "Keadaan",
        ["submittedAt"] = "Dikirim",
        ["decidedAt"] = "Diputus",
        ["answers"] = "Jawaban",
        ["data"] = "Isian",
        ["events"] = "Riwayat",
        ["evidence"] = "Bukti",
        ["requirement"] = "Persyaratan",
        ["file"] = "Berkas",
        ["at"] = "Waktu",
        ["kind"] = "Jenis",
        ["by"] = "Oleh",
        ["reason"] = "Alasan",
        ["until"] = "Sampai",
        ["giver"] = "Pemberi kuasa",
        ["holder"] = "Penerima kuasa",
        ["services"] = "Layanan",
        ["uses"] = "Pemakaian",
        ["amount"] = "Jumlah (rupiah)",
        ["purpose"] = "Tujuan",
        ["source"] = "Sumber",
        ["validUntil"] = "Berlaku sampai",
        ["issuedAt"] = "Terbit",
        ["actedBy"] = "Diurus oleh",
        ["createdAt"] = "Dibuat",
        ["sessions"] = "Perangkat",
        ["history"] = "Riwayat akun",
        ["messages"] = "Pesan",
        ["sent"] = "Terkirim",
        ["text"] = "Isi",
        ["channel"] = "Saluran",
        ["channels"] = "Saluran",
        ["language"] = "Bahasa",
    };

    public static string Write(JsonObject data, DateTime at)
    {
        var page = new StringBuilder("""<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Data saya - MPP Digital</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:1rem auto;padding:0 1rem}dt{font-weight:700}dd{margin:0 0 .5rem;padding-left:1rem;border-left:2px solid #ccc;overflow-wrap:anywhere}</style></head><body>""");
        var local = TimeZoneInfo.ConvertTimeFromUtc(at, IndonesianZones.Jakarta);
        page.Append(CultureInfo.InvariantCulture, $"<h1>Data saya di MPP Digital</h1><p>Dibuat {local:d-M-yyyy HH'.'mm} WIB. Berisi semua yang tersimpan tentang Anda di portal nasional, login nasional, dan setiap kabupaten atau kota. Isi yang sama ada di data.json.</p>");
        foreach (var (name, part) in data)
        {
            page.Append("<h2>").Append(Label(name)).Append("</h2>");
            Append(page, part);
        }

        return page.Append("</body></html>").ToString();
    }

    private static void Append(StringBuilder page, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject group when group.Count > 0:
                page.Append("<dl>");
                foreach (var (name, value) in group)
                {
                    page.Append("<dt>").Append(Label(name)).Append("</dt><dd>");
                    Append(page, value);
                    page.Append("</dd>");
                }

                page.Append("</dl>");
                break;
            case JsonArray { Count: > 0 } list:
                page.Append("<ul>");
                foreach (var item in list)
                {
                    page.Append("<li>");
                    Append(page, item);
                    page.Append("</li>");
                }

                page.Append("</ul>");
                break;
            case JsonValue value:
                page.Append(WebUtility.HtmlEncode(value.GetValueKind() switch { JsonValueKind.True => "ya", JsonValueKind.False => "tidak", _ => value.ToString() }));
                break;
            default:
                page.Append("tidak ada");
                break;
        }
    }

    private static string Label(string name) => WebUtility.HtmlEncode(Words.GetValueOrDefault(name, name));
}
