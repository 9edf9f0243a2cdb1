using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using MppDigital.Platform.Files;
using MppDigital.Platform.Secrets;
using MppDigital.Platform.Tenancy;
using MppDigital.Testing;

namespace MppDigital.Platform.Tests.Files;

public sealed class FileStoreTests : IDisposable
{
    private readonly TempDirectory data = new();
    private readonly MasterKey master = MasterKey.FromSetting(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
    private readonly FileStore store;
    private readonly FieldCipher bukittinggi;
    private readonly FieldCipher padang;

    public FileStoreTests()
    {
        store = new FileStore(Options.Create(new PlatformOptions { DataDirectory = data.Path }));
        bukittinggi = New("13.75");
        padang = New("13.71");
    }

    [Fact]
    public async Task Keeps_a_file_encrypted_in_the_regencys_own_folder_and_gives_it_back()
    {
        var saved = (await Save(SampleFiles.Pdf())).Value!;

        Assert.Equal((FileType.Pdf, (long)SampleFiles.Pdf().Length), (saved.Type, saved.Length));
        Assert.Equal(SampleFiles.Pdf(), await store.ReadAsync(bukittinggi, saved.Name, CancellationToken.None));
        var onDisk = Assert.Single(Stored());
        Assert.StartsWith(data["files/1375/"], onDisk, StringComparison.Ordinal);
        Assert.DoesNotContain("%PDF", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(onDisk)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_the_same_file_once_even_when_many_hand_it_in_together()
    {
        var saved = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Save(SampleFiles.Png()))));

        Assert.Single(saved.Select(s => s.Value!.Name).Distinct());
        Assert.Single(Stored());
    }

    [Fact]
    public async Task Another_regency_has_another_name_for_it_and_cannot_read_ours()
    {
        var ours = (await Save(SampleFiles.Png())).Value!;
        var theirs = (await store.SaveAsync(padang, new MemoryStream(SampleFiles.Png()), CancellationToken.None)).Value!;

        Assert.NotEqual(ours.Name, theirs.Name);
        await Assert.ThrowsAnyAsync<IOException>(() => store.ReadAsync(padang, ours.Name, CancellationToken.None));
    }

    [Fact]
    public async Task Notices_a_change_on_the_disk()
    {
        var saved = (await Save(SampleFiles.Jpeg())).Value!;
        var path = Assert.Single(Stored());
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);

        await Assert.ThrowsAnyAsync<CryptographicException>(() => store.ReadAsync(bukittinggi, saved.Name, CancellationToken.None));
    }

    [Fact]
    public async Task Notices_a_file_put_in_the_place_of_another()
    {
        var first = (await Save(SampleFiles.Jpeg())).Value!;
        var firstPath = Assert.Single(Stored());
        await Save(SampleFiles.Png());
        File.Copy(Stored().Single(p => p != firstPath), firstPath, overwrite: true);

        await Assert.ThrowsAnyAsync<CryptographicException>(() => store.ReadAsync(bukittinggi, first.Name, CancellationToken.None));
    }

    [Fact]
    public async Task Takes_5_MiB_and_refuses_one_byte_more_without_reading_on()
    {
        var endless = new CountingStream(200 * 1024 * 1024);

        Assert.True((await Save(SampleFiles.Pdf(FileStore.MostBytes))).Succeeded);
        Assert.Equal("file-too-large", (await Save(SampleFiles.Pdf(FileStore.MostBytes + 1))).Problem!.Code);
        Assert.Equal("file-too-large", (await store.SaveAsync(bukittinggi, endless, CancellationToken.None)).Problem!.Code);
        Assert.InRange(endless.Position, FileStore.MostBytes, FileStore.MostBytes + (128 * 1024));
    }

    [Fact]
    public async Task Refuses_an_empty_file_and_leaves_nothing_behind()
    {
        Assert.Equal("file-empty", (await Save([])).Problem!.Code);
        Assert.Equal("file-type", (await Save("<script>alert(1)</script>"u8.ToArray())).Problem!.Code);
        Assert.Empty(Stored());
    }

    [Theory]
    [InlineData("../../keys/master-0001/key")]
    [InlineData("..%2f..%2f..%2f..%2f..%2f..%2f..%2f..%2f..%2f.")]
    [InlineData("AAAAAAAAAAAAAAAAAAAA/../AAAAAAAAAAAAAAAAAAA")]
    public async Task Reads_nothing_outside_its_folder(string name) =>
        await Assert.ThrowsAsync<FileNotFoundException>(() => store.ReadAsync(bukittinggi, name, CancellationToken.None));

    public void Dispose() => data.Dispose();

    private Task<UseCases.Outcome<StoredFile>> Save(byte[] content) => store.SaveAsync(bukittinggi, new MemoryStream(content), CancellationToken.None);

    private string[] Stored() => Directory.Exists(data["files"]) ? Directory.GetFiles(data["files"], "*", SearchOption.AllDirectories) : [];

    private FieldCipher New(string code)
    {
        var owner = KeyOwner.Of(RegencyCode.Parse(code));
        return FieldCipher.Open(DataKey.CreateWrapped(owner, master), owner, master);
    }

    /// <summary>Zeros without end, as a client that lies about its length would send.</summary>
    private sealed class CountingStream(long length) : MemoryStream
    {
        private long read;

        public override long Position
        {
            get => read;
            set => throw new NotSupportedException();
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = (int)Math.Min(buffer.Length, length - read);
            buffer.Span[..count].Clear();
            read += count;
            return ValueTask.FromResult(count);
        }
    }
}
