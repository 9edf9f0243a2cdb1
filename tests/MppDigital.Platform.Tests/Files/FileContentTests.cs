using MppDigital.Platform.Files;
using MppDigital.Testing;

namespace MppDigital.Platform.Tests.Files;

public sealed class FileContentTests
{
    [Fact]
    public void Recognises_the_three_types()
    {
        Assert.Equal(FileType.Png, FileContent.TypeOf(SampleFiles.Png()));
        Assert.Equal(FileType.Jpeg, FileContent.TypeOf(SampleFiles.Jpeg()));
        Assert.Equal(FileType.Pdf, FileContent.TypeOf(SampleFiles.Pdf()));
    }

    [Fact]
    public void Allows_what_phones_append_to_a_picture_and_what_writers_append_to_a_document()
    {
        Assert.Equal(FileType.Jpeg, FileContent.TypeOf([.. SampleFiles.Jpeg(), .. new byte[100]]));
        Assert.Equal(FileType.Pdf, FileContent.TypeOf([.. SampleFiles.Pdf(), .. new byte[100]]));
    }

    [Fact]
    public void Refuses_a_file_that_was_cut_anywhere()
    {
        foreach (var (whole, needed) in new[] { (SampleFiles.Png(), 0), (SampleFiles.Jpeg(), 0), (SampleFiles.Pdf(), 1) })
        {
            for (var length = 0; length < whole.Length - needed; length++) Assert.Null(FileContent.TypeOf(whole.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Refuses_a_picture_without_pixels_and_one_made_to_exhaust_the_reader()
    {
        Assert.Null(FileContent.TypeOf(SampleFiles.Png(0, 1)));
        Assert.Null(FileContent.TypeOf(SampleFiles.Png(50_000, 50_000)));
        Assert.Null(FileContent.TypeOf(SampleFiles.Png(uint.MaxValue, uint.MaxValue)));
    }

    [Theory]
    [InlineData("GIF89a")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("%PDF-1.4 and nothing that a reader could open")]
    [InlineData("MZ")]
    public void Refuses_every_other_type(string content) =>
        Assert.Null(FileContent.TypeOf(System.Text.Encoding.Latin1.GetBytes(content)));

    [Fact]
    public void Never_throws_on_bytes_that_anybody_made_up()
    {
        var random = new Random(17);
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = (round % 3) switch { 0 => SampleFiles.Png(), 1 => SampleFiles.Jpeg(), _ => SampleFiles.Pdf() };
            for (var change = 0; change < 3; change++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            FileContent.TypeOf(bytes.AsSpan(0, random.Next(bytes.Length + 1)));
        }
    }
}
